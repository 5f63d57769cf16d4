//! ARCHITECTURE.md's table of rows with and without inline bodies.

use std::collections::BTreeMap;
use std::path::Path;

use toml::Value;

/// Rows, those with bodies, and bodies.
type Counts = BTreeMap<&'static str, [usize; 3]>;

fn count(table: &Value, name: &str, counts: &mut Counts) {
    match table {
        Value::Array(rows) => rows.iter().for_each(|row| count(row, name, counts)),
        Value::Table(row) => {
            let kind = match name {
                "operator" => Some("operators"),
                "protocol" => Some("protocols"),
                "function" => Some("functions of modules"),
                "method" => Some("methods of types"),
                _ => None,
            };
            if let Some(kind) = kind.filter(|_| row.contains_key("name")) {
                let bodies = |key: &str| row.get(key).and_then(Value::as_array).map_or(0, Vec::len);
                let own = usize::from(row.contains_key("body"));
                let bodies = bodies("case") + bodies("kind") + own;
                let [rows, inline, all] = counts.entry(kind).or_default();
                *rows += 1;
                *inline += usize::from(bodies > 0);
                *all += bodies;
            }
            row.iter()
                .for_each(|(key, value)| count(value, key, counts));
        }
        _ => {}
    }
}

fn visit(folder: &Path, counts: &mut Counts) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !matches!(&*name, "src" | "tests") {
                visit(&path, counts);
            }
        } else if name.ends_with(".toml") && name != "Cargo.toml" {
            let text = std::fs::read_to_string(&path).expect("a table");
            count(&Value::Table(text.parse().expect("TOML")), "", counts);
        }
    }
}

#[test]
fn architecture_tells_how_many_rows_there_are() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut counts = Counts::new();
    visit(root, &mut counts);
    let text = std::fs::read_to_string(root.join("../ARCHITECTURE.md")).expect("the document");
    for (kind, [rows, inline, bodies]) in counts {
        let line = format!("| {kind} | {rows} | {inline} | {bodies} |");
        assert!(
            text.lines().any(|l| l == line),
            "ARCHITECTURE.md should say: {line}"
        );
    }
}
