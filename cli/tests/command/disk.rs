//! Disks that are full or may not be written, and several generators at once: a client is the old one or the new one, and the next run
//! makes it new.

use super::killed::{document, state};
use super::{Outcome, Place};
use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};

type State = BTreeMap<PathBuf, Vec<u8>>;

/// A client of the old edition, and both editions.
fn begun(name: &str) -> Outcome<(Place, State, State)> {
    let place = Place::new(name)?;
    for edition in ["old", "new"] {
        place.write(&format!("{edition}.yaml"), &document(edition))?;
        assert_eq!(
            place.run(&format!("generate {edition}.yaml -o {edition}"))?.code,
            Some(0)
        );
    }
    assert_eq!(place.run("generate old.yaml -o client")?.code, Some(0));
    let (old, new) = (state(&place, "old")?, state(&place, "new")?);
    assert!(state(&place, "client")? == old && old != new);
    Ok((place, old, new))
}

/// A limit of the size of files is met like the end of a disk, in the middle of a file.
#[test]
fn a_full_disk_leaves_the_old_client() -> Outcome {
    let (place, old, new) = begun("full")?;
    let mut failed = 0;
    let limited = |blocks: u32| {
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(limited).arg(env!("CARGO_BIN_EXE_specwright"));
        shell
    };
    for blocks in [0, 1, 2, 4, 8, 16, 1_000_000] {
        let printed = place.run_by(limited(blocks), "generate new.yaml -o client --quiet")?;
        let left = state(&place, "client")?;
        match printed.code {
            Some(0) => assert!(left == new, "{blocks}"),
            code => {
                failed += 1;
                assert!(
                    code.is_some() && !printed.stderr.is_empty(),
                    "{blocks}: {}",
                    printed.stderr
                );
                assert!(left == old, "{blocks}: something is left of what could not be written");
            }
        }
        let printed = place.run_by(limited(blocks), "generate new.yaml -o fresh --quiet")?;
        assert_eq!(
            place.directory.join("fresh").exists(),
            printed.code == Some(0),
            "{blocks}: all of it or nothing"
        );
        assert_eq!(place.run("generate new.yaml -o client")?.code, Some(0), "{blocks}");
        assert!(state(&place, "client")? == new, "{blocks}");
        assert_eq!(place.run("generate old.yaml -o client")?.code, Some(0), "{blocks}");
    }
    assert!(failed >= 3, "{failed} limits were met");
    Ok(())
}

/// The program as a user who may not write everything, as the one who has all rights may. `None`: there is no such user here.
fn as_a_user(place: &Place) -> Outcome<Option<Command>> {
    let mut program = Command::new(env!("CARGO_BIN_EXE_specwright"));
    let probe = place.directory.join("probe");
    fs::create_dir(&probe)?;
    fs::set_permissions(&probe, Permissions::from_mode(0o555))?;
    if fs::write(probe.join("file"), "").is_err() {
        return Ok(Some(program));
    }
    const NOBODY: u32 = 65_534;
    let mut open = vec![place.directory.clone()];
    while let Some(path) = open.pop() {
        chown(&path, Some(NOBODY), Some(NOBODY))?;
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                open.push(entry?.path());
            }
        }
    }
    program.uid(NOBODY).gid(NOBODY).env("HOME", &place.directory);
    let runs = Command::new(env!("CARGO_BIN_EXE_specwright"))
        .uid(NOBODY)
        .gid(NOBODY)
        .arg("--version")
        .output();
    Ok(runs.is_ok_and(|output| output.status.success()).then_some(program))
}

#[test]
fn what_may_not_be_written_is_said_and_left() -> Outcome {
    let (place, old, new) = begun("read-only")?;
    let set = |path: &str, mode: u32| fs::set_permissions(place.directory.join(path), Permissions::from_mode(mode));
    // A file that may not be written is replaced like any other: the directory decides.
    let file = old.keys().find(|path| path.starts_with("src")).ok_or("a file")?;
    set(&format!("client/{}", file.display()), 0o444)?;
    for directory in ["client", "client/src/types"] {
        let Some(user) = as_a_user(&place)? else {
            println!("skipped: this user may write everything, and no other can run the program");
            return Ok(());
        };
        set(directory, 0o555)?;
        let printed = place.run_by(user, "generate new.yaml -o client --quiet")?;
        set(directory, 0o755)?;
        assert!(
            printed.code.is_some_and(|code| code > 0),
            "{directory}: {}",
            printed.stderr
        );
        assert!(
            printed.stderr.contains("ermission denied"),
            "{directory}: {}",
            printed.stderr
        );
        assert!(state(&place, "client")? == old, "{directory}");
        fs::remove_dir_all(place.directory.join("probe"))?;
    }
    let user = as_a_user(&place)?.ok_or("the same user")?;
    let printed = place.run_by(user, "generate new.yaml -o client --quiet")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert!(state(&place, "client")? == new);
    Ok(())
}

#[test]
fn generators_at_once_leave_one_of_their_clients() -> Outcome {
    let (place, old, new) = begun("at-once")?;
    for round in 0..6 {
        let start = |edition: &str| {
            Command::new(env!("CARGO_BIN_EXE_specwright"))
                .args(["generate", &format!("{edition}.yaml"), "-o", "client", "--quiet"])
                .current_dir(&place.directory)
                .stderr(Stdio::piped())
                .spawn()
        };
        let running = [start("new")?, start("old")?, start("new")?, start("old")?];
        for generator in running {
            let output = generator.wait_with_output()?;
            let said = String::from_utf8(output.stderr)?;
            let is_held_up = said.contains("another generator") || said.contains("other generators");
            assert!(output.status.success() || is_held_up, "{round}: {said}");
        }
        let left = state(&place, "client")?;
        assert!(left == old || left == new, "{round}: the client is a mixture");
    }
    Ok(())
}
