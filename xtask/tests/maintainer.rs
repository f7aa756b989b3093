//! What maintainers do and see, with the program itself in a copy of `spec/` and `generated-client/`.

use specwright_tests::foreign::files;
use specwright_tests::markdown::{blocks, commands, marked};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// A copy of what `generate` reads and writes.
struct Project {
    folder: PathBuf,
}

/// What a command said.
struct Said {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Project {
    fn new(name: &str) -> Outcome<Project> {
        specwright_tests::enter_workspace()?;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("maintainer").join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        for part in ["spec", "generated-client"] {
            for (path, bytes) in files(Path::new(part))? {
                let path = folder.join(part).join(path);
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                fs::write(path, bytes)?;
            }
        }
        Ok(Project { folder })
    }

    /// Runs a command of a maintainer, in this folder, for the client in it.
    fn run(&self, command: &str) -> Outcome<Said> {
        let settings = Path::new("spec/specwright.toml");
        let output: Output = Command::new(env!("CARGO_BIN_EXE_xtask"))
            .args(command.split_whitespace())
            .arg("--settings")
            .arg(settings)
            .current_dir(&self.folder)
            .output()?;
        Ok(Said {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout)?,
            stderr: String::from_utf8(output.stderr)?,
        })
    }

    fn read(&self, path: &str) -> Outcome<String> {
        Ok(fs::read_to_string(self.folder.join(path))?)
    }

    fn write(&self, path: &str, text: &str) -> Outcome {
        Ok(fs::write(self.folder.join(path), text)?)
    }

    fn replace(&self, path: &str, from: &str, to: &str) -> Outcome {
        let text = self.read(path)?;
        assert!(text.contains(from), "{path} has no `{from}`");
        self.write(path, &text.replacen(from, to, 1))
    }

    /// Everything that is there, with its content.
    fn state(&self) -> Outcome<Vec<(PathBuf, Vec<u8>)>> {
        Ok(files(&self.folder)?)
    }
}

const DOCUMENT: &str = "spec/openapi.yaml";

#[test]
fn the_quick_start_is_followed_to_the_letter() -> Outcome {
    let project = Project::new("quick-start")?;
    let page = fs::read_to_string("README.md")?;
    let (_, section) = page
        .split_once("## Quick start: maintain the client")
        .ok_or("no quick start")?;
    let block = blocks(section)?.into_iter().next().ok_or("no commands")?;
    // The document is not there yet, nor is the client.
    fs::remove_file(project.folder.join(DOCUMENT))?;
    fs::remove_dir_all(project.folder.join("generated-client"))?;
    let commands = commands(&block.text);
    assert_eq!(commands.len(), 3, "{commands:?}");
    for command in &commands {
        let said = project.run(command.strip_prefix("cargo xtask ").ok_or("another command")?)?;
        assert_eq!(said.code, Some(0), "{command}: {}", said.stderr);
    }
    assert_eq!(project.read(DOCUMENT)?, fs::read_to_string(DOCUMENT)?);
    let owned = fs::read_to_string("generated-client/.specwright")?;
    let owned: Vec<_> = owned.lines().filter(|line| !line.starts_with('#')).collect();
    assert!(owned.contains(&"src/client.rs"), "{owned:?}");
    for path in owned {
        let path = format!("generated-client/{path}");
        assert_eq!(project.read(&path)?, fs::read_to_string(&path)?, "{path}");
    }
    Ok(())
}

#[test]
fn a_changed_value_changes_its_lines_and_no_others() -> Outcome {
    let project = Project::new("changed-value")?;
    let said = project.run("check")?;
    assert_eq!(said.code, Some(0), "{}{}", said.stdout, said.stderr);
    assert!(said.stdout.contains("up to date"), "{}", said.stdout);

    let before = project.state()?;
    project.replace(DOCUMENT, "- signup\n", "- register\n")?;
    // The surface has a hash of the document.
    let about = |line: &str| {
        ["ignup", "egister", "\"document\": "]
            .iter()
            .any(|part| line.contains(part))
    };
    let said = project.run("check")?;
    assert_eq!(said.code, Some(1));
    assert!(
        said.stderr.contains("is out of date: run `cargo xtask generate`"),
        "{}",
        said.stderr
    );
    let changed: Vec<_> = said
        .stdout
        .lines()
        .filter(|line| line.starts_with(['+', '-']) && !line.starts_with("+++") && !line.starts_with("---"))
        .collect();
    assert!(
        !changed.is_empty() && changed.iter().all(|line| about(line)),
        "{}",
        said.stdout
    );
    assert!(
        changed.contains(&"-    Signup,") && changed.contains(&"+    Register,"),
        "{changed:#?}"
    );

    let said = project.run("generate --dry-run")?;
    assert_eq!(said.code, Some(0));
    assert!(said.stdout.contains("+    Register,"), "{}", said.stdout);
    assert_eq!(
        lines_that_differ(&before, &project.state()?)?,
        ["spec/openapi.yaml: - register"]
    );

    let said = project.run("generate")?;
    assert_eq!(said.code, Some(0), "{}", said.stderr);
    assert!(said.stdout.contains("1 operation, 10 types"), "{}", said.stdout);
    assert!(
        said.stdout.contains("files: 0 new, 3 changed, 0 deleted"),
        "{}",
        said.stdout
    );
    let differing = lines_that_differ(&before, &project.state()?)?;
    // Its items are sorted, so that a new name moves others.
    let is_surface = |line: &String| line.contains("/surface.json: ");
    assert!(
        differing.len() > 2 && differing.iter().all(|line| about(line) || is_surface(line)),
        "{differing:#?}"
    );
    assert_eq!(project.run("check")?.code, Some(0));
    Ok(())
}

/// The new lines of files that were there before and have as many lines as before.
fn lines_that_differ(before: &[(PathBuf, Vec<u8>)], after: &[(PathBuf, Vec<u8>)]) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    assert_eq!(before.len(), after.len());
    for ((path, old), (same_path, new)) in before.iter().zip(after) {
        assert_eq!(path, same_path);
        let (old, new) = (std::str::from_utf8(old)?, std::str::from_utf8(new)?);
        assert_eq!(old.lines().count(), new.lines().count(), "{}", path.display());
        let pairs = old.lines().zip(new.lines()).filter(|(old, new)| old != new);
        let path = path.to_string_lossy().replace('\\', "/");
        found.extend(pairs.map(|(_, new)| format!("{path}: {}", new.trim())));
    }
    Ok(found)
}

/// A faulty input: how it comes about, and what is said about it.
struct Bad {
    name: &'static str,
    spoil: fn(&Project) -> Outcome,
    command: &'static str,
    code: &'static str,
    /// File, line and column; the file alone where there is no such place.
    place: &'static str,
    /// The line that is quoted, if there is one.
    quoted: &'static str,
}

const GENERATE: &str = "generate";
const IMPORT: &str = "import spec/initiate-session.md spec/other.md";

const BAD: &[Bad] = &[
    Bad {
        name: "no file",
        spoil: |project| Ok(fs::remove_file(project.folder.join(DOCUMENT))?),
        command: GENERATE,
        code: "error[SW0101]",
        place: "spec/specwright.toml:4:8",
        quoted: "4 | path = \"openapi.yaml\"",
    },
    Bad {
        name: "an empty file",
        spoil: |project| project.write(DOCUMENT, ""),
        command: GENERATE,
        code: "error[SW0103]",
        place: "spec/openapi.yaml:1:1",
        quoted: "",
    },
    Bad {
        name: "not YAML",
        spoil: |project| project.replace(DOCUMENT, "  title: in-co", "  title: [in-co"),
        command: GENERATE,
        code: "error[SW0104]",
        place: "spec/openapi.yaml:4:14",
        quoted: "4 |   description: ''",
    },
    Bad {
        name: "YAML that is not OpenAPI",
        spoil: |project| project.write(DOCUMENT, "services:\n  web: {image: nginx}\n"),
        command: GENERATE,
        code: "error[SW0302]",
        place: "spec/openapi.yaml:1:1",
        quoted: "1 | services:",
    },
    Bad {
        name: "another version",
        spoil: |project| project.replace(DOCUMENT, "openapi: 3.1.0", "openapi: 4.0.0"),
        command: GENERATE,
        code: "error[SW0304]",
        place: "spec/openapi.yaml:1:10",
        quoted: "1 | openapi: 4.0.0",
    },
    Bad {
        name: "a reference that leads nowhere",
        spoil: |project| {
            project.replace(
                "spec/overlay.yaml",
                "$ref: '#/components/schemas/Failure'",
                "$ref: '#/components/schemas/Gone'",
            )
        },
        command: GENERATE,
        code: "error[SW0401]",
        place: "spec/overlay.yaml:37:21",
        quoted: "37 |               $ref: '#/components/schemas/Gone'",
    },
    Bad {
        name: "a reference to itself",
        spoil: |project| {
            let (list, entry) = ("      parameters:\n", "        - $ref: '#/components/parameters/A'\n");
            project.replace(DOCUMENT, list, &format!("{list}{entry}"))?;
            let text = project.read(DOCUMENT)?;
            let loops = "  parameters:\n    A: {$ref: '#/components/parameters/B'}\n    B: {$ref: '#/components/parameters/A'}\n";
            project.write(DOCUMENT, &format!("{text}components:\n{loops}"))
        },
        command: GENERATE,
        code: "error[SW0402]",
        place: "spec/openapi.yaml:31:11",
        quoted: "31 |         - $ref: '#/components/parameters/A'",
    },
    Bad {
        name: "a keyword of the wrong type",
        spoil: |project| project.replace(DOCUMENT, "minItems: 1", "minItems: one"),
        command: GENERATE,
        code: "error[SW0351]",
        place: "spec/openapi.yaml:93:29",
        quoted: "93 |                   minItems: one",
    },
    Bad {
        name: "a key that is there twice",
        spoil: |project| project.replace(DOCUMENT, "  version: 1.0.0\n", "  version: 1.0.0\n  version: 1.0.1\n"),
        command: GENERATE,
        code: "error[SW0105]",
        place: "spec/openapi.yaml:6:3",
        quoted: "6 |   version: 1.0.1",
    },
    Bad {
        name: "an overlay that fits nothing",
        spoil: |project| project.replace("spec/overlay.yaml", "$.paths.*.*.responses", "$.paths.*.*.answers"),
        command: GENERATE,
        code: "error[SW0217]",
        place: "spec/overlay.yaml:29:13",
        quoted: "29 |   - target: $.paths.*.*.answers",
    },
    Bad {
        name: "a page without a block",
        spoil: |project| project.write("spec/other.md", "# Nothing\n\nto see here\n"),
        command: IMPORT,
        code: "error[SW0201]",
        place: "spec/other.md:1:1",
        quoted: "1 | # Nothing",
    },
    Bad {
        name: "pages that disagree",
        spoil: |project| {
            let page = project.read("spec/initiate-session.md")?;
            project.write("spec/other.md", &page.replace("  version: 1.0.0", "  version: 2.0.0"))
        },
        command: IMPORT,
        code: "error[SW0205]",
        place: "spec/other.md:19:12",
        quoted: "19 |   version: 2.0.0",
    },
];

#[test]
fn bad_input_is_shown_and_changes_no_byte() -> Outcome {
    let mut wrong = Vec::new();
    for bad in BAD {
        let project = Project::new(&bad.name.replace(' ', "-"))?;
        (bad.spoil)(&project)?;
        let before = project.state()?;
        let mut run = vec![bad.command];
        // `check` says the same as `generate`.
        run.extend((bad.command == GENERATE).then_some("check"));
        for command in run {
            let said = project.run(command)?;
            let shown = &said.stderr;
            for part in [bad.code, bad.place, bad.quoted, "= help: "] {
                if !shown.contains(part) {
                    wrong.push(format!("{}: `{part}` is not in\n{shown}", bad.name));
                }
            }
            if said.code != Some(1) {
                wrong.push(format!("{}: the exit code is {:?}", bad.name, said.code));
            }
            if bad.name == "a keyword of the wrong type" {
                assert_in_the_readme(shown)?;
            }
            assert!(
                shown.contains("nothing was written") || shown.contains("was not written"),
                "{shown}"
            );
        }
        assert!(project.state()? == before, "{}: something was written", bad.name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    Ok(())
}

/// The README shows this diagnostic, with the shorter path of the committed document.
fn assert_in_the_readme(shown: &str) -> Outcome {
    let block = marked(&fs::read_to_string("README.md")?, "a diagnostic")?;
    let mut lines = shown.lines().skip_while(|line| !line.starts_with("error"));
    for line in block.text.lines() {
        let shown = lines.next().unwrap_or_default();
        let ours = line.split("spec/").last().unwrap_or_default();
        assert!(
            shown.trim_end().ends_with(ours),
            "README.md says\n{line}\nand not\n{shown}"
        );
    }
    Ok(())
}

#[test]
fn settings_that_cannot_be_read_are_shown() -> Outcome {
    let project = Project::new("settings")?;
    project.replace("spec/specwright.toml", "version = ", "verison = ")?;
    for command in ["generate", "check", "import spec/initiate-session.md"] {
        let said = project.run(command)?;
        assert_eq!(said.code, Some(1), "{command}");
        assert!(said.stderr.contains("error[SW0701]"), "{}", said.stderr);
        assert!(said.stderr.contains("spec/specwright.toml:10:1"), "{}", said.stderr);
    }
    Ok(())
}
