//! The recipes of README.md hold: each `toml` block names a table in its first line and is added to it.

use std::fs;
use std::path::{Path, PathBuf};

fn copy_tables(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        if path.is_dir() && ["types", "modules", "layouts"].iter().any(|d| name == *d) {
            copy_tables(&path, &to.join(name));
        } else if path.extension().is_some_and(|e| e == "toml") && name != "Cargo.toml" {
            fs::copy(&path, to.join(name)).expect("a copy");
        }
    }
}

#[test]
fn recipes_are_accepted() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README.md");
    let mut blocks = 0;
    for block in readme
        .split("```toml\n")
        .skip(1)
        .filter_map(|b| b.split("```").next())
    {
        let table = block
            .lines()
            .next()
            .and_then(|l| l.strip_prefix("# "))
            .expect("a block names its table");
        let dir = std::env::temp_dir()
            .join(format!("pyston-spec-readme-{}", std::process::id()))
            .join("spec");
        copy_tables(&root, &dir);
        let path = dir.join(table);
        let mut text = fs::read_to_string(&path).expect("a table");
        if table == "hooks.toml" {
            // One list: the row in its other form.
            let row: Vec<&str> = block.lines().filter(|l| l.contains(" = ")).collect();
            text = text.replace(
                "hooks = [",
                &format!("hooks = [\n  {{ {} }},", row.join(", ")),
            );
        } else {
            text += block;
        }
        fs::write(&path, text).expect("a file");
        let result = pyston_spec::load(&dir);
        let _ = fs::remove_dir_all(dir.parent().expect("a parent"));
        if let Err(errors) = result {
            panic!(
                "{}",
                errors
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join("\n")
            );
        }
        blocks += 1;
    }
    assert!(blocks >= 5, "the recipes are gone");
}

#[test]
fn the_real_tables_are_fine_and_render() {
    let spec = match pyston_spec::load(&PathBuf::from(env!("CARGO_MANIFEST_DIR"))) {
        Ok(spec) => spec,
        Err(errors) => panic!(
            "{}",
            errors
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        ),
    };
    for view in [
        "layouts", "types", "modules", "handlers", "nodes", "dispatch", "emitters", "transfer",
        "stubs",
    ] {
        let text =
            pyston_spec::render::pretty(pyston_spec::render::view(&spec, view).expect("a view"));
        assert!(
            !text.contains("// does not parse"),
            "{view}: {}",
            &text[..text.len().min(400)]
        );
    }
}
