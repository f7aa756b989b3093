//! What users of `specwright` do and see, with the program itself in empty directories.

#[cfg(unix)]
mod disk;
mod first;
mod killed;
mod unchanged;

use specwright_tests::foreign::{Walk, files, succeeded, warnings};
use specwright_tests::markdown::{commands, marked};
use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const PETS: &str = "openapi: 3.1.0
info: {title: Pets, version: 1.2.0}
servers: [{url: https://pets.example}]
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        '200':
          description: A pet.
          content:
            application/json:
              schema:
                type: object
                required: [name]
                properties: {name: {type: string}, status: {type: string, enum: [asleep, awake]}}
";

/// An empty directory.
struct Place {
    directory: PathBuf,
}

/// What the program printed.
struct Printed {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Place {
    fn new(name: &str) -> Outcome<Place> {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("pets.yaml"), PETS)?;
        Ok(Place { directory })
    }

    fn run(&self, arguments: &str) -> Outcome<Printed> {
        self.run_by(Command::new(env!("CARGO_BIN_EXE_specwright")), arguments)
    }

    fn run_by(&self, mut program: Command, arguments: &str) -> Outcome<Printed> {
        let output: Output = program
            .args(arguments.split_whitespace())
            .current_dir(&self.directory)
            .output()?;
        Ok(Printed {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout)?,
            stderr: String::from_utf8(output.stderr)?,
        })
    }

    /// What the program prints that reads this, and has nothing to say against it.
    fn run_with_input(&self, arguments: &str, input: &str) -> Outcome<String> {
        let mut child = Command::new(env!("CARGO_BIN_EXE_specwright"))
            .args(arguments.split_whitespace())
            .current_dir(&self.directory)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        child.stdin.take().ok_or("no input")?.write_all(input.as_bytes())?;
        succeeded(child.wait_with_output()?)
    }

    fn read(&self, path: &str) -> Outcome<String> {
        Ok(fs::read_to_string(self.directory.join(path))?)
    }

    fn write(&self, path: &str, text: &str) -> Outcome {
        let path = self.directory.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        Ok(fs::write(path, text)?)
    }

    /// Everything outside of that path, with its content.
    fn outside(&self, path: &str) -> Outcome<Vec<(PathBuf, Vec<u8>)>> {
        let mut found = files(&self.directory)?;
        found.retain(|(name, _)| !name.starts_with(path));
        Ok(found)
    }
}

/// Lines for a shell that finds the program, which must have nothing to warn of.
fn shell(walk: &Walk, folder: &str, lines: &str) -> Outcome<String> {
    let program = Path::new(env!("CARGO_BIN_EXE_specwright"));
    let mut path = program.parent().ok_or("no directory")?.as_os_str().to_owned();
    if let Some(others) = std::env::var_os("PATH") {
        path.push(if cfg!(windows) { ";" } else { ":" });
        path.push(others);
    }
    let output = walk.shell(folder, lines).env("PATH", path).output()?;
    let said = String::from_utf8(output.stderr.clone())?;
    let printed = succeeded(output)?;
    assert_eq!(warnings(&said), Vec::<&str>::new(), "{said}");
    Ok(printed)
}

#[test]
fn the_quick_start_runs_as_written() -> Outcome {
    let walk = Walk::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "document")?;
    walk.write("pets.yaml", PETS)?;
    let block = marked(&fs::read_to_string("README.md")?, "quick start: command")?;
    let lines = commands(&block.text);
    // The first line installs the program that Cargo has built for this test.
    let (install, rest) = lines.split_first().ok_or("no commands")?;
    assert_eq!(install, "cargo install --path specwright/cli");
    let (generate, rest) = rest.split_first().ok_or("one command")?;
    let printed = shell(&walk, "", generate)?;
    assert!(printed.contains(" new pets-client/src/lib.rs"), "{printed}");
    walk.lock("pets-client")?;
    let (call, rest) = rest.split_first().ok_or("two commands")?;
    // A call is made, and the mock responds to it.
    let printed = shell(&walk, "", call)?;
    assert!(printed.contains("name: \"string\""), "{printed}");
    assert_eq!(rest, Vec::<String>::new());
    shell(&walk, "", "specwright check pets.yaml -o pets-client")?;
    Ok(())
}

#[test]
fn a_repository_of_maintainers_begins_with_one_command() -> Outcome {
    let walk = Walk::new(Path::new(env!("CARGO_TARGET_TMPDIR")), "maintainers")?;
    walk.write("pets.yaml", PETS)?;
    fs::remove_file(walk.folder.join("specwright"))?;
    let said = shell(&walk, "", "specwright init pets.yaml --xtask")?;
    assert!(said.contains("xtask/src/main.rs written"), "{said}");
    // Of what it says, the lines that are commands.
    let generate = said.lines().find(|line| line.starts_with("specwright generate"));
    shell(&walk, "", generate.ok_or(said.clone())?)?;
    walk.lock("")?;
    // Also in a directory of the repository.
    shell(&walk, "client/src", "cargo xtask check")?;
    let text = fs::read_to_string(walk.folder.join("pets.yaml"))?;
    walk.write("pets.yaml", &text.replace("getPet", "readPet"))?;
    let stale = walk.shell("", "cargo xtask check").output()?;
    assert_eq!(stale.status.code(), Some(1));
    shell(&walk, "", "cargo xtask generate")?;
    shell(&walk, "", "cargo xtask check")?;
    let manifest = fs::read_to_string(walk.folder.join("client/Cargo.toml"))?;
    assert!(manifest.contains("`cargo xtask generate`"), "{manifest}");
    Ok(())
}

#[test]
fn a_package_is_written_into_its_directory_and_nowhere_else() -> Outcome {
    let place = Place::new("package")?;
    let before = place.outside("out")?;
    let printed = place.run("generate pets.yaml -o out/client")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert!(printed.stdout.contains("1 operation, "), "{}", printed.stdout);
    assert!(
        printed.stdout.contains(" new out/client/src/lib.rs"),
        "{}",
        printed.stdout
    );
    assert_eq!(place.outside("out/client")?, before);
    let library = place.read("out/client/src/lib.rs")?;
    assert!(
        library.starts_with("// @generated by specwright. Do not edit: `specwright generate` writes"),
        "{library}"
    );

    let again = place.run("generate pets.yaml -o out/client")?;
    assert!(
        again.stdout.contains("files: 0 new, 0 changed, 0 deleted"),
        "{}",
        again.stdout
    );
    let check = place.run("check pets.yaml -o out/client")?;
    assert_eq!((check.code, check.stderr.as_str()), (Some(0), ""), "{}", check.stdout);
    Ok(())
}

#[test]
fn a_changed_document_is_out_of_date_until_it_is_generated() -> Outcome {
    let place = Place::new("changed")?;
    place.run("generate pets.yaml -o client")?;
    place.write("pets.yaml", &PETS.replace("[asleep, awake]", "[asleep, eating]"))?;
    let before = files(&place.directory)?;
    let check = place.run("check pets.yaml -o client")?;
    assert_eq!(check.code, Some(1));
    assert!(check.stdout.contains("+    Eating,"), "{}", check.stdout);
    assert!(
        check
            .stderr
            .contains("client is out of date: run `specwright generate pets.yaml -o client`"),
        "{}",
        check.stderr
    );
    let dry_run = place.run("generate pets.yaml -o client --dry-run")?;
    assert_eq!(dry_run.code, Some(0));
    assert!(dry_run.stdout.contains("+    Eating,"), "{}", dry_run.stdout);
    assert!(files(&place.directory)? == before, "something was written");
    assert_eq!(place.run("generate pets.yaml -o client")?.code, Some(0));
    assert_eq!(place.run("check pets.yaml -o client")?.code, Some(0));
    Ok(())
}

#[test]
fn a_module_is_one_file_among_others() -> Outcome {
    let place = Place::new("module")?;
    place.write("src/main.rs", "mod pets;\n")?;
    let before = place.outside("src/api")?;
    let printed = place.run("generate pets.yaml --file src/api/pets.rs")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert_eq!(printed.stderr, "");
    assert!(place.read("src/api/pets.rs")?.contains("pub struct Client"));
    assert_eq!(place.outside("src/api/pets.rs")?, before);
    assert_eq!(place.run("check pets.yaml --file src/api/pets.rs")?.code, Some(0));
    place.write(
        "src/api/pets.rs",
        &place
            .read("src/api/pets.rs")?
            .replace("pub struct Client", "struct Client"),
    )?;
    let check = place.run("check pets.yaml --file src/api/pets.rs")?;
    assert_eq!(check.code, Some(1));
    assert!(check.stdout.contains("+++ b/src/api/pets.rs"), "{}", check.stdout);
    Ok(())
}

/// Line ends are Git's business on some systems, and the module is formatted with everything else.
#[test]
fn a_committed_module_stays_up_to_date_whatever_cargo_fmt_and_git_do() -> Outcome {
    let place = Place::new("formatted")?;
    place.write("src/main.rs", "mod pets;\nfn   main() { }\n")?;
    assert_eq!(place.run("generate pets.yaml --file src/pets.rs")?.code, Some(0));
    let module = place.read("src/pets.rs")?;
    place.write("rustfmt.toml", "max_width = 60\nreorder_imports = false\n")?;
    let rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "src/main.rs"])
        .current_dir(&place.directory)
        .output()?;
    succeeded(rustfmt)?;
    assert_eq!(place.read("src/main.rs")?, "mod pets;\nfn main() {}\n", "rustfmt ran");
    assert_eq!(place.read("src/pets.rs")?, module);
    place.write("src/pets.rs", &module.replace('\n', "\r\n"))?;
    let check = place.run("check pets.yaml --file src/pets.rs")?;
    assert_eq!(check.code, Some(0), "{}", check.stdout);
    let again = place.run("generate pets.yaml --file src/pets.rs")?;
    assert!(again.stdout.contains("0 changed"), "{}", again.stdout);
    Ok(())
}

#[test]
fn settings_say_what_is_not_typed() -> Outcome {
    let place = Place::new("settings")?;
    let settings = "[document]\npath = '../pets.yaml'\n[package]\nname = 'animals'\nruntime = '../r'\n[output]\npath = '../out'\ncommand = 'make'\n";
    place.write("conf/specwright.toml", settings)?;
    let printed = place.run("generate --settings conf/specwright.toml")?;
    assert_eq!(
        (printed.code, printed.stderr.as_str()),
        (Some(0), ""),
        "{}",
        printed.stdout
    );
    let manifest = place.read("out/Cargo.toml")?;
    assert!(
        manifest.contains("name = \"animals\"") && manifest.contains("path = \"../r\""),
        "{manifest}"
    );
    assert!(
        manifest.starts_with("# @generated by specwright. Do not edit: `make` writes this file."),
        "{manifest}"
    );
    // What is typed goes before the settings.
    let printed = place.run("generate pets.yaml -o a/b --runtime runtime --settings conf/specwright.toml")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    let manifest = place.read("a/b/Cargo.toml")?;
    assert!(manifest.contains("path = \"../../runtime\""), "{manifest}");
    Ok(())
}

#[test]
fn the_runtime_is_the_one_of_the_checkout_and_that_is_said() -> Outcome {
    let place = Place::new("runtime")?;
    let printed = place.run("generate pets.yaml -o client")?;
    assert!(
        printed
            .stderr
            .contains("note: the package takes specwright-runtime from ../"),
        "{}",
        printed.stderr
    );
    let manifest = place.read("client/Cargo.toml")?;
    let line = manifest
        .lines()
        .find(|line| line.starts_with("specwright-runtime = "))
        .ok_or("no runtime")?;
    let path = line.split('"').nth(1).ok_or("no path")?;
    let runtime = place.directory.join("client").join(path).canonicalize()?;
    specwright_tests::enter_workspace()?;
    assert_eq!(runtime, Path::new("runtime").canonicalize()?);
    Ok(())
}

#[test]
fn errors_of_the_input_are_shown_with_their_place_and_write_nothing() -> Outcome {
    let place = Place::new("errors")?;
    place.write(
        "pets.yaml",
        &PETS.replace("operationId: getPet", "operationId: [getPet]"),
    )?;
    place.write("bad.toml", "[package]\nnmae = 'x'\n")?;
    let before = files(&place.directory)?;
    for (command, expected) in [
        ("generate pets.yaml -o client", "pets.yaml:7:20"),
        ("check pets.yaml -o client", "error[SW0351]"),
        ("generate pets.yaml --file pets.rs", "nothing was written\n"),
        ("generate no-such.yaml -o client", "error[SW0101]"),
        ("generate --settings bad.toml", "bad.toml:2:1"),
        (
            "generate --settings no-such.toml",
            "cannot read `no-such.toml`: it does not exist",
        ),
        (
            "generate --settings pets.yaml",
            "this is an OpenAPI document, and settings are TOML",
        ),
        ("import bad.toml -o all.yaml", "all.yaml was not written\n"),
    ] {
        let printed = place.run(command)?;
        assert_eq!(
            (printed.code, printed.stdout.as_str()),
            (Some(1), ""),
            "{command}: {}",
            printed.stderr
        );
        assert!(printed.stderr.contains(expected), "{command}: {}", printed.stderr);
    }
    assert!(files(&place.directory)? == before, "something was written");
    let refused = place.run("generate pets.yaml -o client")?.stderr;
    assert!(refused.contains("--allow-faults, or `faults = \"allow\"`"), "{refused}");
    let printed = place.run("generate pets.yaml -o client --allow-faults")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert!(printed.stderr.contains("warning[SW0351]"), "{}", printed.stderr);
    Ok(())
}

/// A document with 30 equal warnings, one other, and a note.
fn noisy() -> String {
    let values = "a, ".repeat(31);
    PETS.replace("[asleep, awake]", &format!("[{values}asleep]"))
        .replace("operationId", "sumary: x\n      operationId")
        .replace(
            "parameters: [",
            "parameters: [{name: Authorization, in: header, schema: {type: string}}, ",
        )
}

#[test]
fn problems_that_are_alike_fold_into_one() -> Outcome {
    let place = Place::new("folded")?;
    place.write("noisy.yaml", &noisy())?;
    let folded = place.run("lint noisy.yaml")?;
    assert_eq!(
        (folded.code, folded.stdout.as_str()),
        (Some(0), ""),
        "{}",
        folded.stderr
    );
    for part in [
        "  = 29 more: noisy.yaml:",
        "31 warnings (1 SW0350, 30 SW0504), 1 note (SW0601): --all shows each, `specwright explain SW0350` says more\n",
        "did you mean `summary`?",
    ] {
        assert!(folded.stderr.contains(part), "{part} is not in:\n{}", folded.stderr);
    }
    assert!(folded.stderr.lines().count() < 60, "{}", folded.stderr);
    let all = place.run("lint noisy.yaml --all")?;
    assert_eq!(all.stderr.matches("warning[SW0504]").count(), 30);
    let quiet = place.run("lint noisy.yaml --quiet")?;
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
    let quiet = place.run("generate noisy.yaml -o out --quiet")?;
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
    Ok(())
}

#[test]
fn problems_can_be_read_by_programs() -> Outcome {
    let place = Place::new("formats")?;
    place.write("noisy.yaml", &noisy())?;
    let json = place.run("lint noisy.yaml --format json")?;
    let lines: Vec<serde_json::Value> = json
        .stdout
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<_, _>>()?;
    assert_eq!((lines.len(), json.stderr.as_str()), (32, ""));
    assert_eq!((&lines[0]["code"], &lines[0]["line"]), (&"SW0350".into(), &7.into()));
    let sarif: serde_json::Value = serde_json::from_str(&place.run("lint noisy.yaml --format sarif")?.stdout)?;
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(32));
    let generated = place.run("generate noisy.yaml -o out --format json")?;
    assert_eq!(generated.stdout.lines().count(), 32, "problems only");
    assert!(generated.stderr.contains("1 operation, "), "{}", generated.stderr);
    Ok(())
}

#[test]
fn colours_are_shown_where_they_are_wanted() -> Outcome {
    let place = Place::new("colours")?;
    place.write("noisy.yaml", &noisy())?;
    assert!(place.run("lint noisy.yaml --color always")?.stderr.contains('\u{1b}'));
    for command in ["lint noisy.yaml --color never", "lint noisy.yaml"] {
        assert!(!place.run(command)?.stderr.contains('\u{1b}'), "{command}");
    }
    Ok(())
}

#[test]
fn settings_decide_what_is_an_error_and_what_is_not_reported() -> Outcome {
    let place = Place::new("rules")?;
    place.write("noisy.yaml", &noisy())?;
    place.write(
        "strict.toml",
        "[document]\npath = 'noisy.yaml'\n[diagnostics]\ndeny = ['SW0350']\nallow = ['SW0504', 'notes']\n",
    )?;
    let strict = place.run("lint --settings strict.toml")?;
    assert_eq!(strict.code, Some(1));
    assert!(
        strict.stderr.contains("error[SW0350]") && strict.stderr.contains("\n1 error (SW0350): "),
        "{}",
        strict.stderr
    );
    place.write("idle.toml", "[diagnostics]\nallow = ['SW0505']\n")?;
    let idle = place.run("lint pets.yaml --settings idle.toml")?;
    assert!(
        idle.stderr.contains("idle.toml:2:10") && idle.stderr.contains("SW0706"),
        "{}",
        idle.stderr
    );
    place.write("wrong.toml", "[diagnostics]\ndeny = ['SW9']\nallow = ['SW0104']\n")?;
    let wrong = place.run("lint pets.yaml --settings wrong.toml")?;
    assert!(
        wrong.stderr.contains("wrong.toml:2:9") && wrong.stderr.contains("wrong.toml:3:10"),
        "{}",
        wrong.stderr
    );
    Ok(())
}

#[test]
fn documents_come_from_files_and_standard_input_and_not_from_the_network() -> Outcome {
    let place = Place::new("inputs")?;
    let several = place.run("lint pets.yaml pets.yaml")?;
    assert_eq!(several.stdout, "pets.yaml: no problems\npets.yaml: no problems\n");
    assert_eq!(place.run_with_input("lint -", PETS)?, "stdin: no problems\n");
    place.run_with_input("generate - -o client", PETS)?;
    assert!(place.read("client/Cargo.toml")?.contains("name = \"pets\""));
    let url = place.run("generate https://pets.example/openapi.json -o client")?;
    assert_eq!(url.code, Some(2));
    let download = "curl -fsSL 'https://pets.example/openapi.json' -o openapi.json";
    assert!(url.stderr.contains(download), "{}", url.stderr);
    let page = |path: &str| {
        format!(
            "````yaml pets.json GET /{path}\n{}````\n",
            PETS.replace("/pets/{id}", &format!("/{path}/{{id}}"))
                .replace("getPet", path)
        )
    };
    place.write("a.md", &page("cats"))?;
    place.write("b.md", &page("dogs"))?;
    let pages = place.run("generate a.md b.md -o pages")?;
    assert!(
        pages.stdout.contains("2 operations, "),
        "{}{}",
        pages.stdout,
        pages.stderr
    );
    Ok(())
}

#[test]
fn settings_to_begin_with_have_everything_and_work_as_they_are() -> Outcome {
    let place = Place::new("init")?;
    let printed = place.run("init pets.yaml --print")?;
    assert_eq!(printed.code, Some(0));
    // What has no blank behind its `#` is a setting.
    let all = printed.stdout.lines().map(|line| match line.strip_prefix('#') {
        Some(setting) if !setting.starts_with(' ') => setting,
        Some(_) | None => line,
    });
    let all: Vec<&str> = all.collect();
    let mut sources = specwright::source::SourceMap::new();
    let mut problems = specwright::diag::Diagnostics::new();
    let file = sources.add("specwright.toml", None, all.join("\n"));
    specwright::config::parse(&sources, file, &mut problems);
    assert!(
        problems.is_empty(),
        "{}",
        problems.render(&sources, specwright::diag::Style::Plain)
    );
    specwright_tests::enter_workspace()?;
    let page = fs::read_to_string("docs/guide/settings.md")?;
    let table = page.split("<!-- settings -->").nth(1).ok_or("no table")?;
    for row in table.lines().skip(3).take_while(|line| line.starts_with('|')) {
        let setting = row.split('`').nth(1).ok_or("no setting")?;
        let name = setting.rsplit('.').next().unwrap_or(setting);
        let has = |line: &&str| {
            line.starts_with(name) || line.contains(&format!("[{setting}")) || line.contains(&format!(".{name}]"))
        };
        assert!(all.iter().any(has), "{setting}");
    }

    assert_eq!(place.run("init pets.yaml --build-rs")?.code, Some(0));
    assert!(place.read("build.rs")?.contains("from_settings(\"specwright.toml\")"));
    let generated = place.run("generate --settings specwright.toml")?;
    assert_eq!(generated.code, Some(0), "{}", generated.stderr);
    assert!(
        place
            .read("client/Cargo.toml")?
            .contains("`specwright generate --settings specwright.toml`")
    );
    assert_eq!(place.run("check --settings specwright.toml")?.code, Some(0));
    place.write("specwright.toml", "# Mine.\n")?;
    assert_eq!(place.run("init pets.yaml")?.code, Some(2));
    assert_eq!(place.read("specwright.toml")?, "# Mine.\n");
    Ok(())
}

#[test]
fn shells_and_manual_pages_know_every_command() -> Outcome {
    let place = Place::new("shells")?;
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = place.run(&format!("completions {shell}"))?.stdout;
        for word in ["generate", "lint", "allow-faults"] {
            assert!(text.contains(word), "{shell} does not know {word}");
        }
    }
    let page = place.run("man")?.stdout;
    assert!(page.contains(".TH specwright") && page.contains("lint"), "{page}");
    let page = place.run("man generate")?.stdout;
    assert!(page.contains("allow") && page.contains(".TH"), "{page}");
    assert_eq!(place.run("man nothing")?.code, Some(2));
    Ok(())
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() -> Outcome {
    let mut child = Command::new(env!("CARGO_BIN_EXE_specwright"))
        .arg("explain")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()?;
    // As `head -0` does.
    drop(child.stdout.take());
    let output = child.wait_with_output()?;
    assert_eq!(String::from_utf8(output.stderr)?, "");
    assert!(output.status.success(), "{}", output.status);
    Ok(())
}

#[test]
fn every_code_is_explained() -> Outcome {
    let place = Place::new("explain")?;
    let list = place.run("explain")?.stdout;
    assert_eq!(list.lines().count(), specwright::diag::Problem::CATALOG.len());
    for line in list.lines() {
        let code = line.split(' ').next().ok_or("an empty line")?;
        let text = place.run(&format!("explain {code}"))?.stdout;
        let (text, example) = text.split_once("\nWrong").ok_or("no example")?;
        assert!(text.starts_with(code) && text.lines().count() >= 5, "{text}");
        assert!(example.contains("\nRight:\n\n    "), "{example}");
        assert!(
            !text.contains(['{', '}']) || text.contains("`{`") || text.contains("`{…}`"),
            "{text}"
        );
    }
    assert_eq!(place.run("explain 350")?.stdout, place.run("explain sw0350")?.stdout);
    let unknown = place.run("explain SW9999")?;
    assert_eq!(unknown.code, Some(2), "{}", unknown.stderr);
    Ok(())
}

#[test]
fn the_effective_document_has_its_overlays_and_the_latest_shape() -> Outcome {
    let place = Place::new("effective")?;
    place.write(
        "old.yaml",
        "swagger: '2.0'\ninfo: {title: Old, version: '1'}\nhost: a.example\npaths: {}\n",
    )?;
    place.write(
        "overlay.yaml",
        "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions: [{target: $.info, update: {title: New}}]\n",
    )?;
    place.write(
        "specwright.toml",
        "[document]\npath = 'old.yaml'\noverlays = ['overlay.yaml']\n",
    )?;
    let printed = place.run("effective pets.yaml --settings specwright.toml")?;
    assert_eq!((printed.code, printed.stderr.as_str()), (Some(0), ""));
    for part in ["openapi: ", "title: New", "url: "] {
        assert!(printed.stdout.contains(part), "{}", printed.stdout);
    }
    place.run("effective old.yaml -o new.yaml")?;
    assert_eq!(place.run("lint new.yaml")?.code, Some(0));
    Ok(())
}

#[test]
fn overlays_are_made_applied_and_proposed() -> Outcome {
    let place = Place::new("overlay")?;
    place.write(
        "mine.yaml",
        &PETS.replace("required: [name]", "required: [name, status]"),
    )?;
    let made = place.run("overlay diff pets.yaml mine.yaml -o overlay.yaml")?;
    assert_eq!(
        (made.code, made.stdout.as_str()),
        (Some(0), "overlay.yaml written\n"),
        "{}",
        made.stderr
    );
    let applied = place.run("overlay apply pets.yaml overlay.yaml -o applied.json")?;
    assert_eq!(applied.code, Some(0), "{}", applied.stderr);
    serde_json::from_str::<serde_json::Value>(&fs::read_to_string(place.directory.join("applied.json"))?)?;
    let equal = place.run("overlay diff applied.json mine.yaml")?;
    assert_eq!((equal.code, equal.stdout.as_str()), (Some(0), ""));
    assert_eq!(equal.stderr, "the documents are equal: there is no overlay to write\n");
    // An overlay that does not fit is an error, with its place.
    place.write("other.yaml", &PETS.replace("/pets/{id}", "/pet/{id}"))?;
    let other = place.run("overlay apply other.yaml overlay.yaml")?;
    assert_eq!((other.code, other.stdout.as_str()), (Some(1), ""));
    assert!(
        other.stderr.contains("SW0217") && other.stderr.contains("overlay.yaml:7:"),
        "{}",
        other.stderr
    );

    let once = place.run("overlay share pets.yaml")?;
    assert_eq!((once.code, once.stdout.as_str()), (Some(0), ""), "{}", once.stderr);
    let twice = PETS
        .replace("'200':", "'201': &pet")
        .replace("awake]}}\n", "awake]}}\n        '200': *pet\n");
    place.write("twice.yaml", &twice)?;
    let shared = place.run("overlay share twice.yaml -o shared.yaml")?;
    assert_eq!(shared.code, Some(0), "{}", shared.stderr);
    assert_eq!(shared.stderr, "`PetsResponse` for 2 places\n");
    assert_eq!(place.run("overlay share twice.yaml --after shared.yaml")?.stdout, "");
    // It may have been edited.
    assert_eq!(place.run("overlay share twice.yaml -o shared.yaml")?.code, Some(2));
    place.write(
        "specwright.toml",
        "[document]\npath = 'twice.yaml'\noverlays = ['shared.yaml']\n",
    )?;
    assert_eq!(place.run("lint --settings specwright.toml")?.code, Some(0));
    Ok(())
}

#[test]
fn what_cannot_be_carried_out_is_another_exit_code() -> Outcome {
    let place = Place::new("refused")?;
    place.write("client/src/lib.rs", "//! Mine.\n")?;
    place.write("mine.rs", "//! Mine.\n")?;
    let before = files(&place.directory)?;
    for (command, expected) in [
        ("generate", "the following required arguments were not provided"),
        ("generate pets.yaml", "--output <DIR>"),
        ("generate pets.yaml -o a --file b", "cannot be used with"),
        ("frobnicate", "unrecognized subcommand"),
        ("generate pets.yaml -o client", "error: `src/lib.rs` is in the way"),
        ("generate pets.yaml --file mine.rs", "error: `mine.rs` is in the way"),
        (
            "generate pets.yaml -o mine.rs",
            "`mine.rs` is a file, and the output needs a directory",
        ),
        ("generate pets.yaml -o mine.rs --dry-run", "`mine.rs` is a file"),
    ] {
        let printed = place.run(command)?;
        assert_eq!(
            (printed.code, printed.stdout.as_str()),
            (Some(2), ""),
            "{command}: {}",
            printed.stderr
        );
        assert!(printed.stderr.contains(expected), "{command}: {}", printed.stderr);
    }
    assert!(files(&place.directory)? == before, "something was written");
    Ok(())
}

/// A page with the block of one operation, and the components that it refers to.
fn page(path: &str, id: &str, components: &str) -> String {
    format!(
        "# {id}\n\n````yaml api/pets.json GET {path}\nopenapi: 3.1.0\ninfo: {{title: Pets, version: 1.0.0}}\n\
         servers: [{{url: https://pets.example}}]\ntags: [{{name: {id}}}]\npaths:\n  {path}:\n    get:\n      \
         operationId: {id}\n      tags: [{id}]\n      responses:\n        '200':\n          description: Found.\n          \
         content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}\n{components}````\n"
    )
}

const PET: &str = "components:\n  schemas:\n    Pet: {type: object, properties: {name: {type: string}}}\n";

#[test]
fn pages_become_a_document() -> Outcome {
    let place = Place::new("pages")?;
    place.write(
        "page.md",
        &format!("# Pets\n\n````yaml pets.yaml GET /pets\n{PETS}````\n"),
    )?;
    let printed = place.run("import page.md -o all.yaml")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert_eq!(printed.stdout, "all.yaml written, from 1 page\n");
    assert_eq!(
        place.read("all.yaml")?,
        PETS,
        "the only block is the document, byte for byte"
    );
    assert_eq!(place.run("generate all.yaml -o client")?.code, Some(0));
    Ok(())
}

#[test]
fn an_import_of_one_page_drops_no_operation_of_another_one() -> Outcome {
    let place = Place::new("pages-one-by-one")?;
    let settings = "[document]\npath = \"all.yaml\"\npages = [\"pages/*.md\"]\n";
    place.write("specwright.toml", settings)?;
    place.write("pages/a.md", &page("/a", "getA", PET))?;
    place.write("pages/b.md", &page("/b", "getB", PET))?;
    place.write("pages/readme.md", "# What this is\n")?;
    let printed = place.run("import --settings specwright.toml")?;
    assert_eq!(printed.stdout, "all.yaml written, from 2 pages\n", "{}", printed.stderr);
    assert!(
        printed
            .stderr
            .contains("1 file without an OpenAPI document passed over: pages/readme.md")
    );
    let whole = place.read("all.yaml")?;
    let again = place.run("import --settings specwright.toml")?;
    assert_eq!(again.stdout, "all.yaml unchanged, from 2 pages\n");

    // One page again, unchanged: so is the document.
    let printed = place.run("import --settings specwright.toml pages/b.md")?;
    assert_eq!(
        printed.stdout,
        "all.yaml unchanged, from 1 page\n      kept 1 operation that no page has: GET /a (--prune takes them out)\n"
    );
    assert_eq!(place.read("all.yaml")?, whole);

    // What the page says now, and no more.
    let grown = PET.replace("{name: {type: string}}", "{name: {type: string}, age: {type: integer}}");
    place.write("pages/b.md", &page("/b", "getB", &grown))?;
    let printed = place.run("import --settings specwright.toml pages/b.md")?;
    assert!(
        printed
            .stdout
            .contains("\n     added the property `age` of `types::Pet` is new\n"),
        "{}",
        printed.stdout
    );
    let document = place.read("all.yaml")?;
    assert!(
        document.contains("operationId: getA") && document.contains("age:"),
        "{document}"
    );
    let changed = document.lines().count() - whole.lines().count();
    assert_eq!(changed, 2, "the order is what it was:\n{document}");

    // All pages at once have to agree.
    place.write(
        "pages/b.md",
        &page("/b", "getB", &PET.replace("type: string", "type: integer")),
    )?;
    let before = files(&place.directory)?;
    let printed = place.run("import --settings specwright.toml")?;
    assert_eq!(printed.code, Some(1));
    assert!(printed.stderr.contains("error[SW0205]"), "{}", printed.stderr);
    assert!(files(&place.directory)? == before, "something was written");

    let printed = place.run("import --settings specwright.toml --prune pages/b.md")?;
    assert!(printed.stdout.contains("   removed `GET /a` "), "{}", printed.stdout);
    assert!(!place.read("all.yaml")?.contains("getA"));
    Ok(())
}

#[test]
fn a_kept_operation_keeps_what_it_needs_and_nothing_else_of_the_former_document() -> Outcome {
    let place = Place::new("pages-needs")?;
    let more = "components:\n  schemas:\n    Pet: {type: object, properties: {owner: {$ref: '#/components/schemas/Owner'}}}\n    \
                Owner: {type: object}\n    Lonely: {type: object}\n";
    place.write("a.md", &page("/a", "getA", more))?;
    let cat = "components:\n  schemas:\n    Cat: {type: object}\n";
    let text = page("/b", "getB", cat).replace("schemas/Pet'", "schemas/Cat'");
    place.write("b.md", &text)?;
    place.run("import a.md -o all.yaml")?;
    let printed = place.run("import b.md -o all.yaml")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    let document = place.read("all.yaml")?;
    for name in ["getA", "getB", "Pet:", "Owner:", "Cat:", "name: getA", "name: getB"] {
        assert!(document.contains(name), "{name}:\n{document}");
    }
    assert!(!document.contains("Lonely"), "{document}");

    // A document of another version cannot be put together with it.
    place.write("b.md", &text.replace("openapi: 3.1.0", "openapi: 3.0.3"))?;
    let printed = place.run("import b.md -o all.yaml")?;
    assert!(printed.stderr.contains("error[SW0209]"), "{}", printed.stderr);
    assert_eq!(place.read("all.yaml")?, document);
    Ok(())
}

#[test]
fn front_matter_names_the_document_and_the_operation() -> Outcome {
    let place = Place::new("pages-front-matter")?;
    let front = |openapi: &str| format!("---\ntitle: Pet\nopenapi: '{openapi}'\n---\n\n# Pet\n");
    place.write(
        "docs/api/pets.yaml",
        &format!("{PETS}  /owners:\n    get: {{responses: {{'204': {{description: None.}}}}}}\n"),
    )?;
    place.write("docs/reference/pets/get.mdx", &front("/api/pets.yaml GET /pets/{id}"))?;
    let printed = place.run("import docs/reference -o all.yaml")?;
    assert_eq!(printed.stdout, "all.yaml written, from 1 page\n", "{}", printed.stderr);
    let document = place.read("all.yaml")?;
    assert!(
        document.contains("operationId: getPet") && !document.contains("/owners"),
        "{document}"
    );

    for (openapi, code) in [
        ("/api/cats.yaml GET /pets/{id}", "SW0206"),
        ("/api/pets.yaml GET /cats", "SW0207"),
    ] {
        place.write("docs/reference/pets/get.mdx", &front(openapi))?;
        let printed = place.run("import docs/reference -o other.yaml")?;
        assert_eq!(printed.code, Some(1));
        assert!(printed.stderr.contains(&format!("error[{code}]")), "{}", printed.stderr);
        assert!(printed.stderr.contains("get.mdx:3:10"), "{}", printed.stderr);
    }
    Ok(())
}

#[test]
fn documents_and_directories_are_imported_each_into_its_own_file() -> Outcome {
    let place = Place::new("pages-documents")?;
    place.write("docs/pets.yaml", PETS)?;
    place.write(
        "docs/shops/openapi.yaml",
        &PETS.replace("title: Pets", "title: The Shops"),
    )?;
    place.write(
        "docs/owners.md",
        &page("/owners", "getOwners", PET)
            .replace("api/pets.json", "api/owners/openapi.json")
            .replace("title: Pets", "title: Owners"),
    )?;
    place.write("docs/package.json", "{\"name\": \"docs\"}")?;
    place.write("docs/notes.yaml", "notes: [none]\n")?;
    let before = files(&place.directory)?;
    let printed = place.run("import docs -o all.yaml")?;
    assert_eq!(printed.code, Some(1));
    assert!(
        printed.stderr.contains("error[SW0204]") && printed.stderr.contains("The Shops"),
        "{}",
        printed.stderr
    );
    assert!(files(&place.directory)? == before, "something was written");

    place.write("spec/.keep", "")?;
    let printed = place.run("import docs -o spec")?;
    assert_eq!(
        printed.stdout,
        "spec/owners.yaml written, from 1 page\nspec/pets.yaml written, from 1 page\nspec/the-shops.yaml written, from 1 page\n",
        "{}",
        printed.stderr
    );
    assert_eq!(place.read("spec/pets.yaml")?, PETS);

    let printed = place.run("import none/*.md -o all.yaml")?;
    assert!(printed.stderr.contains("error[SW0208]"), "{}", printed.stderr);
    place.write(
        "docs/split.yaml",
        &PETS.replace("{type: string, enum: [asleep, awake]}", "{$ref: parts.yaml}"),
    )?;
    place.write("docs/parts.yaml", "type: string\n")?;
    let printed = place.run("import docs/split.yaml -o all.yaml")?;
    assert!(
        printed.stderr.contains("warning[SW0210]: `parts.yaml` is not in"),
        "{}",
        printed.stderr
    );
    assert_eq!(printed.code, Some(0));
    Ok(())
}

#[test]
fn every_argument_is_explained_within_100_columns() -> Outcome {
    let place = Place::new("help")?;
    for command in [
        "--help",
        "generate --help",
        "check --help",
        "import --help",
        "lint --help",
        "effective --help",
        "lock --help",
    ] {
        let printed = place.run(command)?;
        assert_eq!(printed.code, Some(0), "{command}");
        assert!(
            printed.stdout.lines().all(|line| line.chars().count() <= 100),
            "{}",
            printed.stdout
        );
        let flags = printed
            .stdout
            .lines()
            .filter(|line| line.trim_start().starts_with("--"));
        assert!(flags.clone().all(|line| line.trim().len() > 2), "{}", printed.stdout);
    }
    assert!(place.run("--help")?.stdout.contains("Exit codes: 0 success; 1 "));
    Ok(())
}

#[test]
fn responses_are_learned_from() -> Outcome {
    let place = Place::new("learn")?;
    let recording = r#"{"method":"GET","path":"/pets/{id}","status":200,"media_type":"application/json","body":{"status":"null"}}
{"method":"GET","path":"/pets/{id}","status":404,"empty":true}
"#;
    fs::write(place.directory.join("calls.jsonl"), recording)?;
    let printed = place.run("learn pets.yaml calls.jsonl")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert!(printed.stdout.starts_with("overlay: 1.0.0\n"), "{}", printed.stdout);
    assert!(
        printed.stderr.starts_with("4 actions from 2 recorded responses\n"),
        "{}",
        printed.stderr
    );
    let written = place.run("learn pets.yaml calls.jsonl -o learned.yaml")?;
    assert!(written.stderr.contains("learned.yaml written"), "{}", written.stderr);
    assert!(
        written.stderr.contains("list learned.yaml under `document.overlays`"),
        "{}",
        written.stderr
    );
    assert_eq!(
        fs::read_to_string(place.directory.join("learned.yaml"))?,
        printed.stdout
    );
    let again = place.run("learn pets.yaml calls.jsonl -o learned.yaml")?;
    assert!(
        again
            .stderr
            .starts_with("0 actions from 2 recorded responses\nlearned.yaml unchanged\n"),
        "{}",
        again.stderr
    );
    // The settings list the overlay: it applies once.
    let settings = "[document]\npath = \"pets.yaml\"\noverlays = [\"learned.yaml\"]\n";
    fs::write(place.directory.join("specwright.toml"), settings)?;
    let again = place.run("learn --settings specwright.toml calls.jsonl -o learned.yaml")?;
    assert_eq!(
        again.stderr,
        "0 actions from 2 recorded responses\nlearned.yaml unchanged\n"
    );
    fs::write(
        place.directory.join("pets.yaml"),
        PETS.replace("required: [name]", "required: []"),
    )?;
    let pruned = place.run("learn pets.yaml --prune -o learned.yaml")?;
    assert_eq!(pruned.code, Some(0), "{}", pruned.stderr);
    assert!(
        pruned.stderr.starts_with("1 learned action taken out"),
        "{}",
        pruned.stderr
    );
    assert!(!fs::read_to_string(place.directory.join("learned.yaml"))?.contains("required"));
    fs::write(place.directory.join("broken.jsonl"), "{\"status\":200}\n")?;
    let broken = place.run("learn pets.yaml broken.jsonl")?;
    assert_eq!(
        (broken.code, broken.stderr.as_str()),
        (Some(2), "error: broken.jsonl: line 1: `path` is missing\n")
    );
    assert_eq!(place.run("learn pets.yaml")?.code, Some(2));
    Ok(())
}

#[test]
fn a_mock_server_ends_with_the_command_that_it_is_for() -> Outcome {
    let place = Place::new("mock_command")?;
    let program = env!("CARGO_BIN_EXE_specwright");
    // A program that needs no server: what matters is what becomes of its exit code and of its output.
    let done = place.run(&format!("mock pets.yaml -- {program} explain SW0101"))?;
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert!(
        done.stdout.starts_with("SW0101"),
        "the output is the program's: {}",
        done.stdout
    );
    assert!(
        done.stderr.contains("pets.yaml: 1 operation on http://127.0.0.1:"),
        "{}",
        done.stderr
    );
    let failed = place.run(&format!("mock pets.yaml --quiet -- {program} explain SW9999"))?;
    assert_eq!(failed.code, Some(1), "{}", failed.stderr);
    assert!(!failed.stderr.contains("http://"), "{}", failed.stderr);
    let missing = place.run("mock pets.yaml -- ./no-such-program")?;
    assert_eq!(missing.code, Some(2), "{}", missing.stderr);
    assert!(missing.stderr.contains("./no-such-program: "), "{}", missing.stderr);
    Ok(())
}

#[test]
fn each_of_several_documents_is_learned_from() -> Outcome {
    let place = Place::new("learn-several")?;
    let owners = "openapi: 3.1.0\ninfo: {title: Owners, version: 1.0.0}\npaths:\n  /owners:\n    get: {operationId: listOwners, responses: {'200': {description: all, content: {application/json: {schema: {type: array, items: {type: string}}}}}}}\n";
    fs::write(place.directory.join("owners.yaml"), owners)?;
    let settings = "[document]\npath = \"pets.yaml\"\nalso = [\"owners.yaml\"]\noverlays = [\"learned.yaml\", \"learned-owners.yaml\"]\n";
    fs::write(place.directory.join("specwright.toml"), settings)?;
    let recording = r#"{"method":"GET","path":"/pets/{id}","status":404,"empty":true}
{"method":"GET","path":"/owners","status":404,"empty":true}
{"method":"GET","path":"/nowhere","status":404,"empty":true}
"#;
    fs::write(place.directory.join("calls.jsonl"), recording)?;
    let command = "learn --settings specwright.toml calls.jsonl -o learned.yaml";
    let written = place.run(command)?;
    assert_eq!(written.code, Some(0), "{}", written.stderr);
    for part in [
        "owners.yaml: 1 action from 3 recorded responses",
        "learned-owners.yaml written",
        "note: 1 recorded response of a path that no document has",
    ] {
        assert!(written.stderr.contains(part), "{part}:\n{}", written.stderr);
    }
    let overlay = fs::read_to_string(place.directory.join("learned-owners.yaml"))?;
    assert!(
        overlay.contains("extends: owners.yaml\n") && overlay.contains("/owners"),
        "{overlay}"
    );
    // Both apply to their documents, and nothing is left to learn.
    let again = place.run(command)?;
    assert!(again.stderr.contains("owners.yaml: 0 actions"), "{}", again.stderr);
    let effective = place.run("effective pets.yaml --settings specwright.toml")?;
    assert_eq!(
        effective.stdout.matches("'404'").count() + effective.stdout.matches("\"404\"").count(),
        2,
        "{}",
        effective.stdout
    );
    Ok(())
}

/// A process that is stopped at the end.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_mock_server_says_where_it_is_and_what_was_asked() -> Outcome {
    use std::io::{BufRead as _, BufReader, Read as _, Write as _};
    let place = Place::new("mock")?;
    let mut process = Command::new(env!("CARGO_BIN_EXE_specwright"))
        .args(["mock", "pets.yaml", "--port", "0", "--status", "503", "--every", "2"])
        .current_dir(&place.directory)
        .stdout(std::process::Stdio::piped())
        .spawn()?;
    let stdout = process.stdout.take().ok_or("no output")?;
    let _running = Running(process);
    let mut lines = BufReader::new(stdout).lines();
    let first = lines.next().ok_or("nothing was said")??;
    let address = first
        .strip_prefix("pets.yaml: 1 operation on http://")
        .ok_or(first.clone())?;
    assert!(address.starts_with("127.0.0.1:"), "{first}");
    for (status, body) in [
        ("200", r#"{"name":"string","status":"asleep"}"#),
        ("503", "about:blank"),
    ] {
        let mut stream = std::net::TcpStream::connect(address)?;
        stream.write_all(b"GET /pets/7 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")?;
        let mut response = String::new();
        stream.read_to_string(&mut response)?;
        assert!(response.starts_with(&format!("HTTP/1.1 {status} ")), "{response}");
        assert!(response.contains(body), "{response}");
    }
    assert_eq!(
        lines.next().ok_or("no line")??,
        "GET /pets/7 200 getPet, made from the schema"
    );
    assert_eq!(
        lines.next().ok_or("no line")??,
        "GET /pets/7 503 getPet, not documented"
    );
    let port = address.rsplit(':').next().unwrap_or_default();
    let refused = place.run(&format!("mock pets.yaml --port {port}"))?;
    assert_eq!(refused.code, Some(2), "{}", refused.stderr);
    assert!(refused.stderr.contains(address), "{}", refused.stderr);
    let absent = place.run("mock absent.yaml --port 0")?;
    assert_eq!(absent.code, Some(1), "{}", absent.stderr);
    Ok(())
}
