//! Interned strings that the runtime itself uses.

use std::cell::Cell;

use crate::layouts::Str;
use crate::object::Ref;

struct Interned(Cell<Option<Ref<Str>>>);
// SAFETY: touched only by the thread that holds the GIL.
unsafe impl Sync for Interned {}

macro_rules! names {
    ($($f:ident $text:literal)*) => { $(
        #[inline]
        pub fn $f() -> Ref<Str> {
            static NAME: Interned = Interned(Cell::new(None));
            match NAME.0.get() {
                Some(s) => s,
                None => {
                    let s = crate::builtins::str::intern($text.as_bytes());
                    NAME.0.set(Some(s));
                    s
                }
            }
        }
    )* };
}

names! {
    keys "keys" dict "__dict__" class "__class__" name "__name__" module "__module__" doc "__doc__"
    bases "__bases__" mro "__mro__" init "__init__" new "__new__" del "__del__" slots "__slots__"
    metaclass "__metaclass__" getattr "__getattr__" getattribute "__getattribute__"
    setattr "__setattr__" delattr "__delattr__" get "__get__" set "__set__" delete "__delete__"
    call "__call__" repr "__repr__" str "__str__" unicode "__unicode__" hash "__hash__" cmp "__cmp__"
    eq "__eq__" ne "__ne__" lt "__lt__" le "__le__" gt "__gt__" ge "__ge__"
    len "__len__" nonzero "__nonzero__" iter "__iter__" next "next" contains "__contains__"
    getitem "__getitem__" setitem "__setitem__" delitem "__delitem__"
    getslice "__getslice__" setslice "__setslice__" delslice "__delslice__"
    enter "__enter__" exit "__exit__" coerce "__coerce__" index "__index__" int "__int__" long "__long__"
    float "__float__" oct "__oct__" hex "__hex__" complex "__complex__" length_hint "__length_hint__"
    instancecheck "__instancecheck__" subclasscheck "__subclasscheck__" builtins "__builtins__"
    file "__file__" path "__path__" all "__all__" package "__package__" import "__import__" main "__main__"
    args "args" message "message" missing "__missing__" reversed "__reversed__" format "__format__"
    dir "__dir__" weakref "__weakref__" lambda "<lambda>" modules "modules" stdout "stdout" stderr "stderr"
    stdin "stdin" softspace "softspace" write "write" displayhook "displayhook" excepthook "excepthook"
    exc_type "exc_type" exc_value "exc_value" exc_traceback "exc_traceback" close "close" send "send"
    throw "throw" encoding "encoding" errors "errors" mro_method "mro" subclasshook "__subclasshook__"
    im_class "im_class" trunc "__trunc__" pow "__pow__" rpow "__rpow__" ipow "__ipow__" readline "readline"
    filename "filename" lineno "lineno" offset "offset" text "text" print_file_and_line "print_file_and_line"
    errno "errno" strerror "strerror" code "code" last_type "last_type" last_value "last_value" last_traceback "last_traceback"
    form_ "_form_" view_ "_view_" names_ "_names_" get_value_ "_get_value_" set_value_ "_set_value_" get_item_ "_get_item_"
    set_item_ "_set_item_" set_contents_ "_set_contents_" init_ "_init_" call_ "_call_" get_ "_get_" set_ "_set_"
    get_items_ "_get_items_" set_characters_ "_set_characters_"
}
