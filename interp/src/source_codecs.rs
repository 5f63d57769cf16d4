//! Source texts in encodings that the front end does not know itself: the codecs of the library, and those that a program
//! has registered.

use runtime::builtins::{str as strings, unicode};
use runtime::call::call_values;
use runtime::codec::{self, Names, registry, utf8};
use runtime::error::PyResult;
use runtime::layouts::{Str, Unicode};
use runtime::object::Ref;
use runtime::value::Value;
use runtime::{attr, exception, modules, protocol};
use syntax::codec::{Lines, Registry};

/// The registry of `codecs.register`.
pub static OF_PROGRAM: OfProgram = OfProgram;

pub struct OfProgram;

impl Registry for OfProgram {
    fn decode(&self, name: &str, bytes: &[u8]) -> Result<Vec<u8>, String> {
        let names = Names {
            encoding: Some(name.as_bytes().to_vec()),
            errors: None,
        };
        let text = codec::decode_to_unicode(strings::new(bytes), &names);
        let text = text.and_then(to_utf8);
        text.map_err(|_| complaint())
    }

    fn lines(&self, name: &str, bytes: &[u8]) -> Option<Lines> {
        let reader = (|| {
            let reader = registry::lookup(name.as_bytes())?.items()[2];
            let files = modules::import(b"cStringIO")?;
            let file = attr::get(files, strings::intern(b"StringIO"))?;
            let file = call_values(file, &[strings::new(bytes).into()])?;
            attr::get(call_values(reader, &[file])?, strings::intern(b"readline"))
        })();
        let Ok(readline) = reader else {
            drop(complaint());
            return None;
        };
        let mut lines = Lines::default();
        loop {
            match line(readline) {
                Ok(None) => return Some(lines),
                Ok(Some(line)) => lines.text.extend(line),
                Err(said) => {
                    lines.complaint = Some(said);
                    return Some(lines);
                }
            }
        }
    }

    fn encode(&self, name: &str, text: &str) -> Option<Vec<u8>> {
        let text = unicode::storage::from_text(text);
        let bytes = text.and_then(|t| {
            registry::call(name.as_bytes(), None, t.into(), registry::Direction::Encode)
        });
        match bytes {
            Ok(bytes) => bytes.cast::<Str>().map(|s| s.as_ref().bytes().to_vec()),
            Err(_) => {
                drop(complaint());
                None
            }
        }
    }
}

/// The next line; nothing at the end.
fn line(readline: Value) -> Result<Option<Vec<u8>>, String> {
    let line = call_values(readline, &[]).map_err(|_| complaint())?;
    let Some(line) = line.cast::<Unicode>() else {
        return Err("codec did not return a unicode object".to_owned());
    };
    let line = to_utf8(line).map_err(|_| complaint())?;
    Ok(Some(line).filter(|l| !l.is_empty()))
}

fn to_utf8(text: Ref<Unicode>) -> PyResult<Vec<u8>> {
    Ok(utf8::encode(text)?.as_ref().bytes().to_vec())
}

/// Takes the exception in flight: what it says.
fn complaint() -> String {
    let Some(e) = exception::take_instance() else {
        return String::new();
    };
    match protocol::str(e) {
        Ok(said) => said.to_text(),
        Err(_) => {
            runtime::thread::current().take_pending();
            String::new()
        }
    }
}
