//! What the running program says of itself.

use std::ffi::{c_int, c_void};

/// Type of the note that holds a build's number, in notes of the owner `GNU`.
const BUILD_ID: u32 = 3;

/// The number that the linker gave this build, a hash of what it made; `None` where it gave none.
///
/// It is read from memory (the notes of ELF): `/proc/self/exe` is another program's where one loads or emulates this one.
pub fn build_id() -> Option<&'static [u8]> {
    let mut found: Option<&'static [u8]> = None;
    // SAFETY: `look` gets the pointer passed here, and is done with it before the call ends.
    unsafe { libc::dl_iterate_phdr(Some(look), (&raw mut found).cast()) };
    found
}

/// Looks through the notes of the first object, which is the program itself.
unsafe extern "C" fn look(object: *mut libc::dl_phdr_info, _: usize, found: *mut c_void) -> c_int {
    // SAFETY: what `dl_iterate_phdr` hands over, and what `build_id` handed it. The program's segments stay mapped.
    unsafe {
        let object = &*object;
        let headers = std::slice::from_raw_parts(object.dlpi_phdr, object.dlpi_phnum.into());
        let notes = headers.iter().filter(|h| h.p_type == libc::PT_NOTE);
        for h in notes {
            let at = (object.dlpi_addr + h.p_vaddr) as usize;
            let start = std::ptr::with_exposed_provenance::<u8>(at);
            let bytes = std::slice::from_raw_parts(start, h.p_memsz as usize);
            if let Some(id) = note(bytes) {
                *found.cast::<Option<&'static [u8]>>() = Some(id);
            }
        }
    }
    1
}

/// The build's number among notes: each has the lengths of its owner and its content, its type, and those two, padded to
/// words of four bytes.
fn note(mut bytes: &[u8]) -> Option<&[u8]> {
    let word = |b: &[u8], at: usize| {
        let word = b.get(at..at + 4)?;
        Some(u32::from_ne_bytes(word.try_into().ok()?))
    };
    loop {
        let owner = word(bytes, 0)? as usize;
        let content = word(bytes, 4)? as usize;
        let kind = word(bytes, 8)?;
        let begin = 12 + owner.next_multiple_of(4);
        if kind == BUILD_ID && bytes.get(12..12 + owner)? == b"GNU\0" {
            return bytes.get(begin..begin + content);
        }
        bytes = bytes.get(begin + content.next_multiple_of(4)..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_found_behind_others() {
        let mut bytes = Vec::new();
        for (kind, owner, content) in [
            (1u32, &b"GNU\0"[..], &[9u8; 6][..]),
            (3, b"Other\0", &[8; 4]),
            (3, b"GNU\0", &[1, 2, 3, 4, 5]),
        ] {
            for n in [owner.len() as u32, content.len() as u32, kind] {
                bytes.extend(n.to_ne_bytes());
            }
            for part in [owner, content] {
                bytes.extend(part);
                bytes.resize(bytes.len().next_multiple_of(4), 0);
            }
        }
        assert_eq!(note(&bytes), Some(&[1, 2, 3, 4, 5][..]));
        assert_eq!(note(&bytes[..40]), None);
        assert_eq!(note(&[]), None);
    }

    #[test]
    fn this_program_is_read_without_fault() {
        assert_eq!(build_id(), build_id());
    }
}
