//! `specwright diff`, with the program itself: two documents, directories, and revisions of a repository.

use specwright_tests::markdown::{commands, marked};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const OLD: &str = "openapi: 3.1.0
info: {title: Pets, version: 1.2.0}
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {'204': {description: Done}}
";

const SETTINGS: &str =
    "[document]\npath = \"pets.yaml\"\n[package]\nversion = \"1.2.0\"\n[output]\npath = \"client\"\nsurface = true\n";

struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Outcome<Place> {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("diff").join(name);
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        fs::create_dir_all(&directory)?;
        Ok(Place(directory))
    }

    fn write(&self, path: &str, text: &str) -> Outcome {
        let path = self.0.join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        Ok(fs::write(path, text)?)
    }

    /// Exit code, standard output, standard error.
    fn run(&self, arguments: &str) -> Outcome<(i32, String, String)> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_specwright"));
        let output = command
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .output()?;
        let code = output.status.code().ok_or("a code")?;
        Ok((
            code,
            String::from_utf8(output.stdout)?,
            String::from_utf8(output.stderr)?,
        ))
    }

    fn git(&self, arguments: &str) -> Outcome {
        let identity = [
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.com",
            "-c",
            "commit.gpgsign=false",
        ];
        let mut command = Command::new("git");
        let output = command
            .args(identity)
            .args(arguments.split_whitespace())
            .current_dir(&self.0)
            .output()?;
        match output.status.success() {
            true => Ok(()),
            false => Err(String::from_utf8_lossy(&output.stderr).into()),
        }
    }
}

fn moved() -> String {
    OLD.replace("in: query", "in: header")
        .replace("listPets", "listPets\n      deprecated: true")
}

#[test]
fn two_documents_are_compared() -> Outcome {
    let place = Place::new("documents")?;
    place.write("old.yaml", OLD)?;
    place.write("new.yaml", &moved())?;
    let (code, report, _) = place.run("diff old.yaml new.yaml")?;
    assert_eq!(
        report,
        "pets 1.2.0 -> 1.3.0 (minor): 1 breaking, 1 notice

From the document

Breaking: programs do not compile, or old clients break
  the query parameter `limit` of `list_pets` goes into the `header` now [parameter-moved]
      SOURCE programs compile and mean the same; WIRE an old client breaks with the new API, and a new one with the old API
      old.yaml:7 -> new.yaml:8

Notices: what worked still works
  `GET /pets` (`list_pets`) is deprecated [deprecated]
      SOURCE programs compile and mean the same; WIRE requests and responses work
      old.yaml:6 -> new.yaml:6
"
    );
    assert_eq!(code, 0);
    assert_eq!(place.run("diff old.yaml new.yaml --exit-code")?.0, 1);
    assert_eq!(place.run("diff old.yaml old.yaml --exit-code")?.0, 0);
    let markdown = place.run("diff old.yaml new.yaml --format markdown")?.1;
    assert!(
        markdown.starts_with("### pets 1.2.0 -> 1.3.0 (minor)\n\n1 breaking, 1 notice.\n"),
        "{markdown}"
    );
    let json = place.run("diff old.yaml new.yaml --format json")?.1;
    assert!(
        json.contains("\"rule\": \"parameter-moved\", \"severity\": \"breaking\""),
        "{json}"
    );
    Ok(())
}

#[test]
fn what_the_settings_allow_is_not_held_against_an_edition() -> Outcome {
    let place = Place::new("allowed")?;
    place.write("old.yaml", OLD)?;
    place.write("new.yaml", &moved())?;
    let allowed = "[diff.allow]\n\"parameter-moved Client::list_pets(*)\" = \"announced in May\"\n\"type-removed *\" = \"never\"\n";
    place.write("specwright.toml", allowed)?;
    let (code, report, _) = place.run("diff old.yaml new.yaml --settings specwright.toml --exit-code")?;
    assert_eq!(code, 0, "{report}");
    assert!(report.contains("      allowed: announced in May\n"), "{report}");
    let unused = "warning: `type-removed *` is allowed in the settings, and there is no such change\n";
    assert!(report.ends_with(unused), "{report}");
    Ok(())
}

#[test]
fn a_revision_is_compared_with_the_working_tree() -> Outcome {
    let place = Place::new("revision")?;
    place.write("pets.yaml", OLD)?;
    place.write("specwright.toml", SETTINGS)?;
    place.git("init -q")?;
    place.run("generate --settings specwright.toml")?;
    place.git("add .")?;
    place.git("commit -qm one")?;
    let (code, report, _) = place.run("diff --settings specwright.toml")?;
    assert_eq!((code, &*report), (0, "pets 1.2.0: no change of the API\n"));

    place.write("pets.yaml", &moved())?;
    let (_, report, _) = place.run("diff --settings specwright.toml")?;
    assert!(report.contains("HEAD:pets.yaml:7 -> pets.yaml:8"), "{report}");
    assert!(!report.contains("From the generator"), "{report}");

    // What the generator of then made of the same document was something else.
    let surface = fs::read_to_string(place.0.join("client/surface.json"))?;
    place.write(
        "client/surface.json",
        &surface.replace("\"type\": \"i64\"", "\"type\": \"i32\""),
    )?;
    place.git("add client")?;
    place.git("commit -qm two")?;
    let (_, report, _) = place.run("diff --settings specwright.toml --base HEAD")?;
    let of_generator = "From the generator, which makes another client of the same document";
    assert!(
        report.contains(of_generator) && report.contains("From the document"),
        "{report}"
    );
    assert!(
        report.contains("the query parameter `limit` of `list_pets` has the type `i64`; it was `i32`"),
        "{report}"
    );
    let status = Command::new("git")
        .args(["status", "--porcelain"])
        .current_dir(&place.0)
        .output()?;
    assert_eq!(
        String::from_utf8(status.stdout)?,
        " M pets.yaml\n",
        "the repository is as it was"
    );
    Ok(())
}

#[test]
fn generating_says_what_changes() -> Outcome {
    let place = Place::new("generate")?;
    place.write("pets.yaml", OLD)?;
    place.write("specwright.toml", SETTINGS)?;
    let (_, first, _) = place.run("generate --settings specwright.toml")?;
    let (_, again, _) = place.run("generate --settings specwright.toml")?;
    assert!(!first.contains(" -> ") && !again.contains(" -> "), "{first}{again}");
    place.write("pets.yaml", &OLD.replace("type: integer", "type: string"))?;
    let (_, changed, _) = place.run("generate --settings specwright.toml")?;
    let head = "pets 1.2.0 -> 2.0.0 (major): 1 breaking
  breaking the query parameter `limit` of `list_pets` has the type `String`; it was `i64`
";
    assert!(changed.ends_with(head), "{changed}");
    place.write("client/surface.json", "{}")?;
    let (code, _, notes) = place.run("generate --settings specwright.toml")?;
    assert_eq!(code, 0);
    assert!(
        notes.contains("surface.json: it is not a surface of a client; it is not compared"),
        "{notes}"
    );
    Ok(())
}

/// The document with a second operation of the same id.
fn repeated() -> String {
    format!(
        "{OLD}  /owners:\n    get:\n      operationId: listPets\n      responses: {{'204': {{description: Done}}}}\n"
    )
}

fn locked() -> String {
    format!("{SETTINGS}[rename]\nlock = \"names.toml\"\n")
}

#[test]
fn every_client_of_a_repository_is_compared() -> Outcome {
    let place = Place::new("all")?;
    for name in ["cats", "dogs", "none"] {
        let surface = format!("surface = {}", name != "none");
        place.write(&format!("{name}/pets.yaml"), OLD)?;
        place.write(
            &format!("{name}/specwright.toml"),
            &SETTINGS
                .replace("surface = true", &surface)
                .replace("[package]", &format!("[package]\nname = \"{name}\"")),
        )?;
    }
    place.git("init -q")?;
    place.git("add .")?;
    place.git("commit -qm one")?;
    place.write("dogs/pets.yaml", &moved())?;
    let (code, report, _) = place.run("diff --all --exit-code")?;
    assert_eq!(code, 1);
    assert!(
        report.starts_with("cats 1.2.0: no change of the API\n\ndogs 1.2.0 -> 1.3.0 (minor)"),
        "{report}"
    );
    assert!(
        report.contains("HEAD:dogs/pets.yaml:7 -> dogs/pets.yaml:8") && !report.contains("none"),
        "{report}"
    );
    let (_, json, _) = place.run("diff --all --format json --base HEAD")?;
    assert!(json.starts_with("[{") && json.ends_with("}]\n"), "{json}");
    Ok(())
}

#[test]
fn a_name_stays_with_what_has_it() -> Outcome {
    let place = Place::new("kept")?;
    place.write("pets.yaml", OLD)?;
    place.write("specwright.toml", &locked())?;
    let (_, first, _) = place.run("generate --settings specwright.toml")?;
    assert!(!first.contains("names.toml"), "nothing has moved: {first}");

    place.write("pets.yaml", &repeated())?;
    let (_, shown, _) = place.run("generate --settings specwright.toml --dry-run --stat")?;
    assert!(shown.contains("\"GET /pets\" = \"list_pets\""), "{shown}");
    assert!(!place.0.join("names.toml").exists(), "a dry run writes nothing");
    let (_, changed, _) = place.run("generate --settings specwright.toml")?;
    assert!(changed.contains("changed names.toml: names that are kept"), "{changed}");
    assert!(
        changed.ends_with("pets 1.2.0 -> 1.3.0 (minor): 1 addition\n"),
        "{changed}"
    );
    let names = fs::read_to_string(place.0.join("names.toml"))?;
    assert!(
        names.ends_with("here.\n\n[operations]\n\"GET /pets\" = \"list_pets\"\n"),
        "{names}"
    );
    let client = fs::read_to_string(place.0.join("client/src/client.rs"))?;
    assert!(
        client.contains("pub fn get_owners("),
        "the other one has the name that the rules give"
    );
    let (code, fresh, _) = place.run("check --settings specwright.toml")?;
    assert_eq!(code, 0, "{fresh}");
    let (_, again, _) = place.run("generate --settings specwright.toml")?;
    assert!(
        again.contains("files: 0 new, 0 changed, 0 deleted") && !again.contains("names.toml"),
        "{again}"
    );

    // What a person chose goes before it, and what is gone is taken out.
    let chosen = format!("{}[rename.operations]\n\"GET /pets\" = \"all_pets\"\n", locked());
    place.write("specwright.toml", &chosen)?;
    let (_, renamed, _) = place.run("generate --settings specwright.toml")?;
    assert!(renamed.contains("(`list_pets`) is now called `all_pets`"), "{renamed}");
    let names = fs::read_to_string(place.0.join("names.toml"))?;
    assert!(!names.contains("GET /pets"), "{names}");
    Ok(())
}

#[test]
fn the_name_of_a_parameter_is_not_passed_on_to_what_takes_its_place_in_the_list() -> Outcome {
    let place = Place::new("parameters")?;
    let with = |others: &str| OLD.replace("parameters: [", &format!("parameters: [{others}"));
    place.write("pets.yaml", OLD)?;
    place.write("specwright.toml", &locked())?;
    place.run("generate --settings specwright.toml")?;
    let header = "{name: Limit, in: header, schema: {type: string}}, ";
    let kept = "\n[fields]\n\"GET /pets query limit\" = \"limit\"\n";
    // In the second edition, the place in the list is again that of another one.
    for others in [
        header.to_owned(),
        format!("{{name: sort, in: query, schema: {{type: string}}}}, {header}"),
    ] {
        place.write("pets.yaml", &with(&others))?;
        let (_, changed, _) = place.run("generate --settings specwright.toml")?;
        assert!(
            changed.ends_with("pets 1.2.0 -> 1.3.0 (minor): 1 addition\n"),
            "{changed}"
        );
        let names = fs::read_to_string(place.0.join("names.toml"))?;
        assert!(names.ends_with(kept), "{names}");
    }
    Ok(())
}

#[test]
fn what_has_no_features_gets_none_by_growing() -> Outcome {
    let place = Place::new("features")?;
    let document = |count: usize| {
        let path = |index: usize| {
            format!(
                "  /pets{index}: {{get: {{tags: [pets], operationId: pets{index}, responses: {{'204': {{description: Done}}}}}}}}\n"
            )
        };
        let paths: String = (0..count).map(path).collect();
        format!("openapi: 3.1.0\ninfo: {{title: Pets, version: 1.2.0}}\npaths:\n{paths}")
    };
    place.write("pets.yaml", &document(40))?;
    place.write("specwright.toml", &locked())?;
    place.run("generate --settings specwright.toml")?;
    place.write("pets.yaml", &document(41))?;
    let (_, changed, _) = place.run("generate --settings specwright.toml")?;
    assert!(changed.ends_with("(minor): 1 addition\n"), "{changed}");
    let names = fs::read_to_string(place.0.join("names.toml"))?;
    assert!(names.ends_with("\n[features]\ntags = \"never\"\n"), "{names}");

    // Without the file, the rule decides.
    place.write("names.toml", "")?;
    place.write("specwright.toml", SETTINGS)?;
    let (_, changed, _) = place.run("generate --settings specwright.toml")?;
    assert!(changed.contains("needs one of the Cargo features"), "{changed}");
    Ok(())
}

#[test]
fn a_new_edition_is_denied_or_written_down() -> Outcome {
    let place = Place::new("edition")?;
    place.write("pets.yaml", OLD)?;
    place.write("specwright.toml", SETTINGS)?;
    place.git("init -q")?;
    place.run("generate --settings specwright.toml")?;
    place.git("add .")?;
    place.git("commit -qm one")?;
    place.write("pets.yaml", &moved())?;
    let (code, report, error) = place.run("generate --settings specwright.toml --deny breaking --bump")?;
    assert_eq!(code, 1);
    assert!(report.contains("breaking the query parameter `limit`"), "{report}");
    assert!(
        error.contains("nothing was written: there are changes that break"),
        "{error}"
    );
    place.git("diff --exit-code --stat -- client specwright.toml")?;

    place.write("CHANGELOG.md", "# Changelog\n\n## Unreleased\n\n## 1.2.0\n\n- First.\n")?;
    let (code, shown, _) = place.run("generate --settings specwright.toml --changelog --bump")?;
    assert_eq!(code, 0);
    assert!(shown.contains("version 1.3.0 in specwright.toml"), "{shown}");
    assert!(fs::read_to_string(place.0.join("specwright.toml"))?.contains("version = \"1.3.0\"\n"));
    assert!(fs::read_to_string(place.0.join("client/Cargo.toml"))?.contains("version = \"1.3.0\"\n"));
    let changelog = fs::read_to_string(place.0.join("CHANGELOG.md"))?;
    let entry = "## 1.3.0

### Changed

- **Breaking**: the query parameter `limit` of `list_pets` goes into the `header` now.
- `GET /pets` (`list_pets`) is deprecated.
<!-- specwright: end -->

## 1.2.0
";
    assert!(
        changelog.starts_with("# Changelog\n\n## Unreleased\n\n<!-- specwright: changes since 1.2.0 ("),
        "{changelog}"
    );
    assert!(changelog.contains(entry), "{changelog}");

    // As long as nothing is committed, it is the same edition.
    let (_, again, _) = place.run("generate --settings specwright.toml --changelog=CHANGELOG.md --bump")?;
    assert!(
        again.contains("pets 1.2.0 -> 1.3.0 (minor)") && !again.contains("version 1.3.0 in"),
        "{again}"
    );
    assert_eq!(fs::read_to_string(place.0.join("CHANGELOG.md"))?, changelog);
    let (_, fresh, _) = place.run("check --settings specwright.toml")?;
    assert!(fresh.starts_with("up to date"), "{fresh}");
    Ok(())
}

#[test]
fn a_build_script_compares_with_what_is_locked() -> Outcome {
    let place = Place::new("build")?;
    place.write("openapi.yaml", OLD)?;
    let (_, written, _) = place.run("lock openapi.yaml")?;
    assert_eq!(written, "./surface.json written\n");
    let build = || specwright::Build::new(place.0.join("openapi.yaml")).lock(&place.0);
    let run = |build: specwright::Build| {
        let mut directives = String::new();
        let result = build.generate_into(&place.0.join("out"), &mut directives);
        (result, directives)
    };
    fs::create_dir_all(place.0.join("out"))?;
    let (result, directives) = run(build().deny_breaking());
    assert!(result.is_ok() && !directives.contains("warning"), "{directives}");

    place.write("openapi.yaml", &moved())?;
    let (result, directives) = run(build());
    assert!(result.is_ok(), "{directives}");
    assert!(
        directives.contains("cargo::warning=")
            && directives.contains("[parameter-moved]; `specwright lock` accepts it"),
        "{directives}"
    );
    let (result, directives) = run(build().deny_breaking());
    assert!(result.is_err() && directives.contains("cargo::error="), "{directives}");

    // The build takes names from the file that `lock` has written, and writes none.
    place.write("openapi.yaml", &repeated())?;
    let (_, written, _) = place.run("lock openapi.yaml")?;
    assert!(
        written.contains("./names.toml written") && written.ends_with("1 addition\n"),
        "{written}"
    );
    let (result, directives) = run(build().deny_breaking());
    let client = fs::read_to_string(result.map_err(|error| format!("{error}{directives}"))?)?;
    assert!(client.contains("pub fn list_pets("), "the name is kept");
    fs::remove_file(place.0.join("surface.json"))?;
    let (result, directives) = run(build());
    assert!(
        result.is_err() && directives.contains("`specwright lock` writes it"),
        "{directives}"
    );
    Ok(())
}

/// The walk-through of CONTRIBUTING.md: what is printed there is what is printed.
#[test]
fn a_new_edition_is_taken_in_as_the_page_says() -> Outcome {
    let place = Place::new("walk")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(root.join("CONTRIBUTING.md"))?;
    let take = |edition: &str, name: &str| -> Outcome {
        let text = fs::read_to_string(root.join("tests/cases/editions").join(edition).join(name))?;
        place.write(name, &text)
    };
    let printed = |command: &str, output: &str| {
        let shown = format!("$ specwright {command}\n{output}");
        assert!(page.contains(&shown), "CONTRIBUTING.md does not have\n{shown}");
    };
    let settings = SETTINGS
        .replace("pets.yaml", "openapi.yaml")
        .replace("version", "name = \"kyc-client\"\nversion");
    place.write(
        "specwright.toml",
        &format!("{settings}[rename]\nlock = \"names.toml\"\n").replace("1.2.0", "1.0.0"),
    )?;
    take("old", "status.md")?;
    place.run("import status.md -o openapi.yaml")?;
    place.run("generate --settings specwright.toml")?;
    place.git("init -q")?;
    place.git("add .")?;
    place.git("commit -qm one")?;

    take("new", "status.md")?;
    take("new", "sdk.md")?;
    let import = "import status.md sdk.md -o openapi.yaml";
    printed(import, &place.run(import)?.1);
    let generate = "generate --settings specwright.toml --changelog --bump";
    let (_, output, _) = place.run(generate)?;
    let head = output
        .find("kyc-client 1.0.0")
        .and_then(|at| output.get(at..))
        .ok_or("a report")?;
    printed(generate, &format!("…\n{head}"));
    let diff = "diff --settings specwright.toml --format markdown";
    printed(diff, &place.run(diff)?.1);
    for file in ["CHANGELOG.md", "names.toml"] {
        let text = fs::read_to_string(place.0.join(file))?;
        let body = text.split_once("\n\n").map_or("", |(_, body)| body);
        let shown = body
            .lines()
            .filter(|line| !line.starts_with("<!--"))
            .collect::<Vec<_>>()
            .join("\n");
        assert!(page.contains(shown.trim()), "CONTRIBUTING.md does not have\n{shown}");
    }
    let (code, _, _) = place.run("check --settings specwright.toml")?;
    assert_eq!(code, 0);
    Ok(())
}

/// The guide: its settings, its commands, and the comment that it shows.
#[test]
fn a_client_is_maintained_as_the_guide_says() -> Outcome {
    let place = Place::new("guide")?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let guide = fs::read_to_string(root.join("docs/guide/maintaining.md"))?;
    let take = |edition: &str, name: &str| -> Outcome {
        let text = fs::read_to_string(root.join("tests/cases/editions").join(edition).join(name))?;
        place.write(name, &text)
    };
    place.write("specwright.toml", &marked(&guide, "maintaining: settings")?.text)?;
    take("old", "status.md")?;
    place.run("import status.md -o openapi.yaml")?;
    assert_eq!(place.run("generate --settings specwright.toml")?.0, 0);
    place.git("init -q")?;
    place.git("add .")?;
    place.git("commit -qm one")?;
    place.git("update-ref refs/remotes/origin/main HEAD")?;

    take("new", "status.md")?;
    take("new", "sdk.md")?;
    for command in commands(&marked(&guide, "maintaining: an edition")?.text) {
        let (code, _, error) = place.run(command.trim_start_matches("specwright "))?;
        assert_eq!(code, 0, "{command}: {error}");
    }
    let mut codes = Vec::new();
    for command in commands(&marked(&guide, "maintaining: checks")?.text) {
        let command = command.trim_start_matches("specwright ");
        let (command, is_comment) = match command.strip_suffix(" > comment.md") {
            Some(command) => (command, true),
            None => (command, false),
        };
        let (code, output, _) = place.run(command)?;
        codes.push(code);
        assert!(
            !is_comment || guide.contains(&output),
            "the guide does not have\n{output}"
        );
    }
    // The client is up to date, and something breaks.
    assert_eq!(codes, [0, 0, 1]);
    let allowed = format!(
        "{}\n{}\"property-removed *\" = \"nobody reads it\"\n",
        marked(&guide, "maintaining: settings")?.text,
        marked(&guide, "maintaining: allowed")?.text,
    );
    place.write("specwright.toml", &allowed.replace("1.0.0", "2.0.0"))?;
    let (code, report, _) = place.run("diff --settings specwright.toml --base origin/main --exit-code")?;
    assert_eq!(code, 0, "{report}");
    Ok(())
}

/// A comment of GitHub has at most 65,536 characters.
#[test]
fn many_changes_make_a_report_that_can_be_a_comment() -> Outcome {
    let place = Place::new("many")?;
    let document = |more: usize, deprecated: bool| {
        let parameter = |index: usize| {
            let maximum = index + more;
            format!(
                "{{name: p{index}, in: query, deprecated: {deprecated}, schema: {{type: integer, maximum: {maximum}}}}}"
            )
        };
        let parameters: Vec<String> = (0..1000).map(parameter).collect();
        OLD.replace(
            "{name: limit, in: query, schema: {type: integer}}",
            &parameters.join(", "),
        )
    };
    place.write("old.yaml", &document(1, false))?;
    place.write("new.yaml", &document(0, true))?;
    let markdown = place.run("diff old.yaml new.yaml --format markdown")?.1;
    assert!(markdown.len() < 65_000, "{}", markdown.len());
    assert!(
        markdown.contains(" more, which `--format terminal` shows\n"),
        "{markdown}"
    );
    let terminal = place.run("diff old.yaml new.yaml")?.1;
    assert!(
        terminal.contains("`p999` of `list_pets` has `maximum: 999`"),
        "{terminal}"
    );
    let same = "      the same of 999 more:\n        `Client::list_pets`: `p1`, `p10`, `p100`, ";
    assert!(terminal.contains(same), "{terminal}");
    Ok(())
}

#[test]
fn what_cannot_be_compared_is_said() -> Outcome {
    let place = Place::new("wrong")?;
    place.write("old.yaml", OLD)?;
    place.write("empty/readme", "")?;
    place.write("specwright.toml", SETTINGS)?;
    let (code, _, error) = place.run("diff old.yaml empty")?;
    assert_eq!(code, 2);
    assert!(
        error.starts_with("error: empty has none of surface.json, specwright.toml"),
        "{error}"
    );
    let (code, _, error) = place.run("diff old.yaml missing.yaml")?;
    assert_eq!(code, 1);
    assert!(error.contains("missing.yaml"), "{error}");
    place.git("init -q")?;
    let (code, _, error) = place.run("diff --settings specwright.toml --base nothing")?;
    assert_eq!(code, 2);
    assert!(error.starts_with("error: git: fatal:"), "{error}");
    let (code, _, error) = place.run("diff --settings specwright.toml --base=--output=x")?;
    assert_eq!((code, &*error), (2, "error: `--output=x` is not a revision\n"));
    Ok(())
}
