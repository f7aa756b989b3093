//! What a second run does: nothing where nothing has changed, and all where anything has.

use super::{Outcome, PETS, Place, Printed, noisy};
use specwright_tests::foreign::files;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

const SAID: &str = "nothing has changed since the last run";
const GENERATE: &str = "generate noisy.yaml -o client";
const CHECK: &str = "check noisy.yaml -o client";

/// A directory outside of this workspace, removed at the end.
struct Elsewhere(PathBuf);

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A client that was generated.
fn generated(name: &str) -> Outcome<(Place, Printed)> {
    let place = Place::new(name)?;
    place.write("noisy.yaml", &noisy())?;
    let first = place.run(GENERATE)?;
    assert_eq!(first.code, Some(0), "{}", first.stderr);
    assert!(!first.stdout.contains(SAID), "{}", first.stdout);
    Ok((place, first))
}

impl Place {
    /// Whether a run that succeeds had nothing to do.
    fn rests(&self, arguments: &str) -> Outcome<bool> {
        let printed = self.run(arguments)?;
        assert_eq!(printed.code, Some(0), "{arguments}: {}", printed.stderr);
        Ok(printed.stdout.contains(SAID))
    }
}

#[test]
fn a_second_run_does_nothing_and_says_what_the_first_has_said() -> Outcome {
    let (place, first) = generated("unchanged")?;
    assert!(first.stderr.contains("warning[SW0504]"), "{}", first.stderr);
    let before = files(&place.directory)?;
    for command in [GENERATE, CHECK, "generate noisy.yaml -o client --dry-run"] {
        let again = place.run(command)?;
        assert_eq!(again.code, Some(0));
        assert!(again.stdout.contains(SAID), "{command}: {}", again.stdout);
        let problems = again.stderr.split("note: the package takes").next();
        assert_eq!(
            problems,
            first.stderr.split("note: the package takes").next(),
            "{command}"
        );
    }
    assert!(files(&place.directory)? == before, "something was written");
    let listed = place.read("client/.specwright")?.lines().count();
    let there = before.iter().filter(|(path, _)| path.starts_with("client")).count();
    assert_eq!(
        there, listed,
        "the manifest begins with a comment, and does not list itself"
    );
    Ok(())
}

#[test]
fn a_check_of_what_somebody_else_has_generated_is_remembered_too() -> Outcome {
    let (place, _) = generated("unchanged-check")?;
    // Asked for in another way: the last run was another one.
    let other = "check noisy.yaml -o client --all";
    assert!(!place.rests(other)?);
    assert!(place.rests(other)?);
    assert!(!place.rests(GENERATE)?);
    Ok(())
}

#[test]
fn a_file_of_the_client_that_was_edited_or_deleted_is_found_and_restored() -> Outcome {
    let (place, _) = generated("unchanged-edited")?;
    let library = place.read("client/src/lib.rs")?;
    let time = fs::metadata(place.directory.join("client/src/lib.rs"))?.modified()?;
    for damage in ["edited", "edited in secret", "deleted", "not listed"] {
        let path = place.directory.join("client/src/lib.rs");
        match damage {
            "deleted" => fs::remove_file(&path)?,
            "not listed" => {
                let list = place.read("client/.specwright")?.replace("src/lib.rs\n", "");
                place.write("client/.specwright", &list)?;
            }
            _ => place.write("client/src/lib.rs", &library.replacen("pub", "PUB", 1))?,
        }
        if damage == "edited in secret" {
            fs::File::options().write(true).open(&path)?.set_modified(time)?;
        }
        let check = place.run(CHECK)?;
        assert_eq!(check.code, Some(1), "{damage}: {}", check.stdout);
        assert!(!place.rests(GENERATE)?, "{damage}");
        assert!(place.read("client/src/lib.rs")? == library, "{damage}");
        assert!(place.rests(CHECK)?, "{damage}");
    }
    Ok(())
}

#[test]
fn a_file_of_others_in_the_directory_changes_nothing() -> Outcome {
    let (place, _) = generated("unchanged-foreign")?;
    place.write("client/src/mine.rs", "// mine\n")?;
    assert!(place.rests(GENERATE)? && place.rests(CHECK)?);
    assert_eq!(place.read("client/src/mine.rs")?, "// mine\n");
    Ok(())
}

#[test]
fn every_file_that_was_read_or_looked_for_counts() -> Outcome {
    let place = Place::new("unchanged-inputs")?;
    let overlay =
        "overlay: 1.0.0\ninfo: {title: a, version: '1'}\nactions: [{target: $.info, update: {description: d}}]\n";
    place.write("overlay.yaml", overlay)?;
    place.write(
        "specwright.toml",
        "faults = 'allow'\n[document]\npath = 'doc.yaml'\noverlays = ['overlay.yaml']\n[output]\npath = 'client'\nsurface = true\n[rename]\nlock = 'names.toml'\n",
    )?;
    let there = "type: object\n                required: [name]\n                properties: {name: {type: string}, status: {type: string, enum: [asleep, awake]}}\n";
    let document = PETS.replace(there, "$ref: pet.yaml\n");
    place.write(
        "doc.yaml",
        &format!("{document}components: {{schemas: {{A: {{$ref: absent.yaml}}}}}}\n"),
    )?;
    place.write("pet.yaml", "type: object\n")?;
    let generate = "generate --settings specwright.toml";
    place.run(generate)?;
    assert!(place.rests(generate)?);
    let changes = [
        ("doc.yaml", "# a comment\n"),
        ("overlay.yaml", "# a comment\n"),
        ("pet.yaml", "# a comment\n"),
        ("specwright.toml", "# a comment\n"),
        ("absent.yaml", "type: string\n"),
        ("names.toml", "# a comment\n"),
    ];
    for (path, more) in changes {
        let text = place.read(path).unwrap_or_default() + more;
        place.write(path, &text)?;
        assert!(!place.rests(generate)?, "{path}");
        // The file of names is written anew, which is a change of what was read.
        place.rests(generate)?;
        assert!(place.rests(generate)?, "{path}");
    }
    Ok(())
}

#[test]
fn another_program_has_not_made_it() -> Outcome {
    let (place, _) = generated("unchanged-program")?;
    let copy = place.directory.join("program");
    fs::copy(env!("CARGO_BIN_EXE_specwright"), &copy)?;
    let rests = || -> Outcome<bool> { Ok(place.run_by(Command::new(&copy), GENERATE)?.stdout.contains(SAID)) };
    assert!(!rests()? && rests()?);
    // As a build would do.
    let time = SystemTime::now() + Duration::from_secs(60);
    fs::File::options().append(true).open(&copy)?.set_modified(time)?;
    assert!(!rests()? && rests()?);
    Ok(())
}

/// Where there is no `target` directory of Cargo, the notes are in the cache of the user; without one there are none.
#[cfg(target_os = "linux")]
#[test]
fn outside_of_a_workspace_the_cache_of_the_user_has_the_notes() -> Outcome {
    let here = Elsewhere(std::env::temp_dir().join(format!("specwright-unchanged-{}", std::process::id())));
    let place = Place {
        directory: here.0.join("work"),
    };
    place.write("noisy.yaml", &noisy())?;
    let rests = |cache: &Path, home: &str| -> Outcome<bool> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_specwright"));
        program.env("XDG_CACHE_HOME", cache).env("HOME", home);
        Ok(place.run_by(program, GENERATE)?.stdout.contains(SAID))
    };
    let cache = here.0.join("cache");
    assert!(!rests(&cache, "")? && rests(&cache, "")?);
    let notes = || fs::read_dir(cache.join("specwright")).map(Iterator::count);
    assert_eq!(notes()?, 1);
    let none = Path::new("");
    assert!(!rests(none, "")? && !rests(none, "")?);
    // The notes on a client that is gone are taken away with the next ones.
    fs::rename(place.directory.join("client"), place.directory.join("moved"))?;
    place.write("other.yaml", PETS)?;
    let mut program = Command::new(env!("CARGO_BIN_EXE_specwright"));
    program.env("XDG_CACHE_HOME", &cache);
    place.run_by(program, "generate other.yaml -o other")?;
    assert_eq!(notes()?, 1);
    Ok(())
}
