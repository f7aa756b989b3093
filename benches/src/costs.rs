//! What a method costs besides time: the size of the program and the time of its build.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// A method and the dependency and code of a program that checks two patterns with it.
struct Method {
    name: &'static str,
    dependency: &'static str,
    code: &'static str,
}

/// Where the runtime crate is.
const RUNTIME: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../runtime");

const METHODS: [Method; 5] = [
    Method {
        name: "none",
        dependency: "",
        code: "fn url(t: &str) -> bool { t.len() > 3 } fn mobile(t: &str) -> bool { t.len() > 4 }",
    },
    Method {
        name: "specwright",
        dependency: "specwright-runtime = { path = \"RUNTIME\", default-features = false }",
        code: "mod generated { include!(\"generated.rs\"); } use generated::{pattern_0 as url, pattern_1 as mobile};",
    },
    Method {
        name: "regex",
        dependency: "regex = \"1\"",
        code: ENGINE,
    },
    Method {
        name: "regex-lite",
        dependency: "regex-lite = \"0.1\"",
        code: ENGINE,
    },
    Method {
        name: "regress",
        dependency: "regress = \"0.12\"",
        code: ENGINE,
    },
];

/// The engines' programs differ in names only.
const ENGINE: &str = "use std::sync::LazyLock;
static URL: LazyLock<ENGINE::Regex> = LazyLock::new(|| ENGINE::Regex::new(\"^https://\").unwrap());
static MOBILE: LazyLock<ENGINE::Regex> = LazyLock::new(|| ENGINE::Regex::new(\"^[6-9][0-9]{9}$\").unwrap());
fn url(t: &str) -> bool { URL.FIND(t) } fn mobile(t: &str) -> bool { MOBILE.FIND(t) }";

/// Builds a program per method and prints the table.
#[expect(clippy::print_stdout, reason = "the table is what this program is for")]
pub(crate) fn print() {
    println!("\na program with the first two patterns, release, stripped, one build job\n");
    println!("The build of specwright's row is that of the whole runtime, which a generated client has anyway.\n");
    println!("| method | program, bytes over none | clean build, s over none |");
    println!("| --- | --- | --- |");
    let mut base: Option<(u64, Duration)> = None;
    for method in METHODS {
        match build(&method) {
            Ok((size, time)) => {
                let (base_size, base_time) = *base.get_or_insert((size, time));
                let more = i128::from(size) - i128::from(base_size);
                println!(
                    "| {} | {more} | {:.1} |",
                    method.name,
                    time.saturating_sub(base_time).as_secs_f64()
                );
            }
            Err(error) => println!("| {} | {error} | |", method.name),
        }
    }
}

fn build(method: &Method) -> Result<(u64, Duration), String> {
    let folder = std::env::temp_dir().join(format!("specwright-bench-{}-{}", std::process::id(), method.name));
    let result = write(&folder, method)
        .map_err(|error| error.to_string())
        .and_then(|()| cargo_build(&folder));
    // What cannot be removed now is the system's to remove.
    let _ = std::fs::remove_dir_all(&folder);
    result
}

fn write(folder: &Path, method: &Method) -> std::io::Result<()> {
    std::fs::create_dir_all(folder.join("src"))?;
    let dependency = method.dependency.replace("RUNTIME", RUNTIME);
    let manifest = format!(
        "[package]\nname = \"costs\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n[profile.release]\nstrip = true\n[dependencies]\n{dependency}\n"
    );
    std::fs::write(folder.join("Cargo.toml"), manifest)?;
    let find = if method.name == "regress" {
        "find(t).is_some()"
    } else {
        "is_match(t)"
    };
    let code = method
        .code
        .replace("ENGINE", &method.name.replace('-', "_"))
        .replace("FIND(t)", find);
    let main = format!(
        "{code}\nfn main() {{ for text in std::env::args() {{ println!(\"{{}} {{}}\", url(&text), mobile(&text)); }} }}\n"
    );
    std::fs::write(folder.join("src/main.rs"), main)?;
    std::fs::write(
        folder.join("src/generated.rs"),
        include_str!(concat!(env!("OUT_DIR"), "/first.rs")),
    )
}

fn cargo_build(folder: &Path) -> Result<(u64, Duration), String> {
    let cargo = |arguments: &[&str]| {
        let output = Command::new("cargo")
            .args(arguments)
            .current_dir(folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .output();
        match output {
            Ok(output) if output.status.success() => Ok(()),
            Ok(output) => Err(String::from_utf8_lossy(&output.stderr)
                .lines()
                .last()
                .unwrap_or_default()
                .to_owned()),
            Err(error) => Err(error.to_string()),
        }
    };
    cargo(&["fetch"])?;
    let start = Instant::now();
    cargo(&["build", "--release", "-j", "1", "--quiet"])?;
    let time = start.elapsed();
    let program: PathBuf = folder
        .join("target/release")
        .join(format!("costs{}", std::env::consts::EXE_SUFFIX));
    let size = std::fs::metadata(program).map_err(|error| error.to_string())?.len();
    Ok((size, time))
}
