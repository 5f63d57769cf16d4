//! What the runtime uses of the C library libexpat, the XML parser that CPython's modules are made of.
//!
//! Only declarations are here; meanings stand in the library's own documentation. Versions from 2.4 on will
//! do. Strings are UTF-8 and end with a 0.

use libc::{c_char, c_int, c_long, c_uchar, c_uint, c_void};

/// A parser of the library.
#[repr(C)]
pub struct Parser {
    _private: [u8; 0],
}

/// What a declaration of an element type allows as content: a tree.
#[repr(C)]
pub struct Content {
    /// `XML_CTYPE_…`
    pub kind: c_uint,
    /// `XML_CQUANT_…`
    pub quant: c_uint,
    pub name: *mut c_char,
    pub count: c_uint,
    pub children: *mut Content,
}

/// How the bytes of an encoding are to be read.
#[repr(C)]
pub struct Encoding {
    /// The character of each byte; -1: none.
    pub map: [c_int; 256],
    pub data: *mut c_void,
    pub convert: Option<unsafe extern "C" fn(*mut c_void, *const c_char) -> c_int>,
    pub release: Option<unsafe extern "C" fn(*mut c_void)>,
}

#[repr(C)]
pub struct Feature {
    pub feature: c_uint,
    pub name: *const c_char,
    pub value: c_long,
}

#[repr(C)]
pub struct Version {
    pub major: c_int,
    pub minor: c_int,
    pub micro: c_int,
}

pub type Text = *const c_char;

/// Types of handlers; the first parameter is the user data, but for those that get the parser.
pub mod handlers {
    use super::*;

    pub type StartElement = unsafe extern "C" fn(*mut c_void, Text, *mut Text);
    /// End of an element, of a namespace's scope, comment.
    pub type OneText = unsafe extern "C" fn(*mut c_void, Text);
    /// Processing instruction, start of a namespace's scope.
    pub type TwoTexts = unsafe extern "C" fn(*mut c_void, Text, Text);
    /// Character data, anything else.
    pub type Data = unsafe extern "C" fn(*mut c_void, Text, c_int);
    pub type Plain = unsafe extern "C" fn(*mut c_void);
    pub type UnparsedEntity = unsafe extern "C" fn(*mut c_void, Text, Text, Text, Text, Text);
    pub type Notation = unsafe extern "C" fn(*mut c_void, Text, Text, Text, Text);
    pub type NotStandalone = unsafe extern "C" fn(*mut c_void) -> c_int;
    pub type ExternalEntity = unsafe extern "C" fn(*mut Parser, Text, Text, Text, Text) -> c_int;
    pub type StartDoctype = unsafe extern "C" fn(*mut c_void, Text, Text, Text, c_int);
    pub type Entity =
        unsafe extern "C" fn(*mut c_void, Text, c_int, Text, c_int, Text, Text, Text, Text);
    pub type XmlDecl = unsafe extern "C" fn(*mut c_void, Text, Text, c_int);
    pub type ElementDecl = unsafe extern "C" fn(*mut c_void, Text, *mut Content);
    pub type AttlistDecl = unsafe extern "C" fn(*mut c_void, Text, Text, Text, Text, c_int);
    pub type SkippedEntity = unsafe extern "C" fn(*mut c_void, Text, c_int);
    pub type UnknownEncoding = unsafe extern "C" fn(*mut c_void, Text, *mut Encoding) -> c_int;
}
use handlers::*;

unsafe extern "C" {
    pub fn XML_ParserCreate_MM(
        encoding: Text,
        memory: *const c_void,
        separator: Text,
    ) -> *mut Parser;
    pub fn XML_ExternalEntityParserCreate(
        p: *mut Parser,
        context: Text,
        encoding: Text,
    ) -> *mut Parser;
    pub fn XML_ParserFree(p: *mut Parser);
    pub fn XML_Parse(p: *mut Parser, data: *const c_char, len: c_int, last: c_int) -> c_int;
    pub fn XML_StopParser(p: *mut Parser, resumable: c_uchar) -> c_int;
    pub fn XML_SetUserData(p: *mut Parser, data: *mut c_void);
    pub fn XML_UseParserAsHandlerArg(p: *mut Parser);

    pub fn XML_SetStartElementHandler(p: *mut Parser, h: Option<StartElement>);
    pub fn XML_SetEndElementHandler(p: *mut Parser, h: Option<OneText>);
    pub fn XML_SetProcessingInstructionHandler(p: *mut Parser, h: Option<TwoTexts>);
    pub fn XML_SetCharacterDataHandler(p: *mut Parser, h: Option<Data>);
    pub fn XML_SetUnparsedEntityDeclHandler(p: *mut Parser, h: Option<UnparsedEntity>);
    pub fn XML_SetNotationDeclHandler(p: *mut Parser, h: Option<Notation>);
    pub fn XML_SetStartNamespaceDeclHandler(p: *mut Parser, h: Option<TwoTexts>);
    pub fn XML_SetEndNamespaceDeclHandler(p: *mut Parser, h: Option<OneText>);
    pub fn XML_SetCommentHandler(p: *mut Parser, h: Option<OneText>);
    pub fn XML_SetStartCdataSectionHandler(p: *mut Parser, h: Option<Plain>);
    pub fn XML_SetEndCdataSectionHandler(p: *mut Parser, h: Option<Plain>);
    pub fn XML_SetDefaultHandler(p: *mut Parser, h: Option<Data>);
    pub fn XML_SetDefaultHandlerExpand(p: *mut Parser, h: Option<Data>);
    pub fn XML_SetNotStandaloneHandler(p: *mut Parser, h: Option<NotStandalone>);
    pub fn XML_SetExternalEntityRefHandler(p: *mut Parser, h: Option<ExternalEntity>);
    pub fn XML_SetStartDoctypeDeclHandler(p: *mut Parser, h: Option<StartDoctype>);
    pub fn XML_SetEndDoctypeDeclHandler(p: *mut Parser, h: Option<Plain>);
    pub fn XML_SetEntityDeclHandler(p: *mut Parser, h: Option<Entity>);
    pub fn XML_SetXmlDeclHandler(p: *mut Parser, h: Option<XmlDecl>);
    pub fn XML_SetElementDeclHandler(p: *mut Parser, h: Option<ElementDecl>);
    pub fn XML_SetAttlistDeclHandler(p: *mut Parser, h: Option<AttlistDecl>);
    pub fn XML_SetSkippedEntityHandler(p: *mut Parser, h: Option<SkippedEntity>);
    pub fn XML_SetUnknownEncodingHandler(
        p: *mut Parser,
        h: Option<UnknownEncoding>,
        data: *mut c_void,
    );

    pub fn XML_GetErrorCode(p: *mut Parser) -> c_uint;
    pub fn XML_ErrorString(code: c_uint) -> Text;
    pub fn XML_GetCurrentLineNumber(p: *mut Parser) -> libc::c_ulong;
    pub fn XML_GetCurrentColumnNumber(p: *mut Parser) -> libc::c_ulong;
    pub fn XML_GetCurrentByteIndex(p: *mut Parser) -> c_long;
    pub fn XML_GetInputContext(
        p: *mut Parser,
        offset: *mut c_int,
        size: *mut c_int,
    ) -> *const c_char;
    pub fn XML_GetSpecifiedAttributeCount(p: *mut Parser) -> c_int;
    pub fn XML_SetBase(p: *mut Parser, base: Text) -> c_int;
    pub fn XML_GetBase(p: *mut Parser) -> Text;
    pub fn XML_SetParamEntityParsing(p: *mut Parser, flag: c_uint) -> c_int;
    pub fn XML_UseForeignDTD(p: *mut Parser, flag: c_uchar) -> c_uint;
    pub fn XML_SetReturnNSTriplet(p: *mut Parser, flag: c_int);
    pub fn XML_FreeContentModel(p: *mut Parser, model: *mut Content);
    pub fn XML_DefaultCurrent(p: *mut Parser);

    pub fn XML_ExpatVersion() -> Text;
    pub fn XML_ExpatVersionInfo() -> Version;
    pub fn XML_GetFeatureList() -> *const Feature;
}
