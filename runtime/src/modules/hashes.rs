//! The modules `_md5`, `_sha`, `_sha256` and `_sha512` (rows: spec/types/hashes.toml and theirs in
//! spec/modules). The algorithms are crates'.

use std::cell::RefCell;

use md5::Md5;
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha224, Sha256, Sha384, Sha512};

use crate::builtins::{module, receiver, str as bytes};
use crate::error::PyResult;
use crate::layouts::{HashObject, Module};
use crate::modules::binascii;
use crate::object::Ref;
use crate::typeobj::StaticType;
use crate::types;
use crate::value::Value;
use crate::window;

/// A hash function with what it was fed.
#[derive(Clone)]
pub enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

macro_rules! each {
    ($hasher:expr, $h:ident => $e:expr) => {
        match $hasher {
            Hasher::Md5($h) => $e,
            Hasher::Sha1($h) => $e,
            Hasher::Sha224($h) => $e,
            Hasher::Sha256($h) => $e,
            Hasher::Sha384($h) => $e,
            Hasher::Sha512($h) => $e,
        }
    };
}

impl Hasher {
    /// A new one by its name in small letters.
    pub fn named(name: &str) -> Option<Hasher> {
        Some(match name {
            "md5" => Hasher::Md5(Md5::new()),
            "sha1" => Hasher::Sha1(Sha1::new()),
            "sha224" => Hasher::Sha224(Sha224::new()),
            "sha256" => Hasher::Sha256(Sha256::new()),
            "sha384" => Hasher::Sha384(Sha384::new()),
            "sha512" => Hasher::Sha512(Sha512::new()),
            _ => return None,
        })
    }

    pub fn update(&mut self, data: &[u8]) {
        each!(self, h => h.update(data));
    }

    pub fn digest(&self) -> Vec<u8> {
        each!(self, h => h.clone().finalize().to_vec())
    }

    /// Bytes of a digest, bytes of a block.
    pub fn sizes(&self) -> (i64, i64) {
        let (_, digest, block) = self.facts();
        (digest, block)
    }

    /// Name, bytes of a digest, bytes of a block.
    fn facts(&self) -> (&'static str, i64, i64) {
        match self {
            Hasher::Md5(_) => ("MD5", 16, 64),
            Hasher::Sha1(_) => ("SHA1", 20, 64),
            Hasher::Sha224(_) => ("SHA224", 28, 64),
            Hasher::Sha256(_) => ("SHA256", 32, 64),
            Hasher::Sha384(_) => ("SHA384", 48, 128),
            Hasher::Sha512(_) => ("SHA512", 64, 128),
        }
    }
}

fn create(ty: &'static StaticType, mut h: Hasher, string: Option<Value>) -> PyResult {
    if let Some(s) = string {
        h.update(window::argument(s, "new", 1)?.bytes());
    }
    Ok(HashObject::alloc_for(ty.get(), RefCell::new(h)).into())
}

macro_rules! constructors {
    ($($f:ident $ty:ident $variant:ident $new:expr;)*) => { $(
        pub fn $f(string: Option<Value>) -> PyResult {
            create(&types::$ty, Hasher::$variant($new), string)
        }
    )* };
}
constructors! {
    new_md5 MD5 Md5 Md5::new();
    new_sha SHA Sha1 Sha1::new();
    new_sha224 SHA224 Sha224 Sha224::new();
    new_sha256 SHA256 Sha256 Sha256::new();
    new_sha384 SHA384 Sha384 Sha384::new();
    new_sha512 SHA512 Sha512 Sha512::new();
}

fn set(m: Value, name: &str, v: Value) {
    if let Some(m) = m.cast::<Module>() {
        module::dict(m).set_str(bytes::intern(name.as_bytes()), v);
    }
}

pub fn init_md5(m: Value) -> PyResult<()> {
    set(m, "MD5Type", types::MD5.get().into());
    set(m, "digest_size", Value::small_int(16));
    Ok(())
}

pub fn init_sha(m: Value) -> PyResult<()> {
    set(m, "blocksize", Value::small_int(1));
    set(m, "digest_size", Value::small_int(20));
    set(m, "digestsize", Value::small_int(20));
    Ok(())
}

pub fn update(self_: Ref<HashObject>, string: Value) -> PyResult<()> {
    let w = window::argument(string, "update", 1)?;
    self_.state.borrow_mut().update(w.bytes());
    Ok(())
}

pub fn digest(self_: Ref<HashObject>) -> PyResult {
    Ok(bytes::new(&self_.state.borrow().digest()).into())
}

pub fn hexdigest(self_: Ref<HashObject>) -> PyResult {
    let digest = self_.state.borrow().digest();
    binascii::hex_digits(&digest)
}

pub fn copy(self_: Ref<HashObject>) -> PyResult {
    let h = self_.state.borrow().clone();
    Ok(HashObject::alloc_for(self_.value().ty(), RefCell::new(h)).into())
}

fn facts(v: Value) -> PyResult<(&'static str, i64, i64)> {
    match v.cast::<HashObject>() {
        Some(h) => Ok(h.state.borrow().facts()),
        None => Err(receiver::wrong("hash", v)),
    }
}

pub fn get_name(v: Value) -> PyResult {
    Ok(bytes::intern(facts(v)?.0.as_bytes()).into())
}

pub fn get_digest_size(v: Value) -> PyResult {
    Ok(Value::int(facts(v)?.1))
}

pub fn get_block_size(v: Value) -> PyResult {
    Ok(Value::int(facts(v)?.2))
}
