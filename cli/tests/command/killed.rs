//! A generator that is killed while it writes: every file is an old or a new one, and the next run makes all of them new. In some rounds
//! there is no client before.

use super::{Outcome, Place};
use specwright_tests::foreign::files;
use specwright_tests::mutate::Random;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

const ROUNDS: usize = 12;
/// Where a generator has what is not in its place yet.
const STAGE: &str = ".specwright-new";
const MANIFEST: &str = ".specwright";

/// A document of many files; those of another `edition` have other names.
pub(super) fn document(edition: &str) -> String {
    let mut text =
        "openapi: 3.1.0\ninfo: {title: Many, version: 1.0.0}\npaths: {}\ncomponents:\n  schemas:\n".to_owned();
    for index in 0..80 {
        let name = if index % 2 == 0 { "Shared" } else { edition };
        text.push_str(&format!(
            "    {name}{index}: {{type: object, description: {edition}, properties: {{a: {{type: string}}}}}}\n"
        ));
    }
    text
}

pub(super) fn state(place: &Place, directory: &str) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    Ok(files(&place.directory.join(directory))?.into_iter().collect())
}

#[test]
fn a_kill_at_any_moment_leaves_whole_files_and_the_next_run_is_clean() -> Outcome {
    let place = Place::new("killed")?;
    for edition in ["old", "new"] {
        place.write(&format!("{edition}.yaml"), &document(edition))?;
        assert_eq!(
            place.run(&format!("generate {edition}.yaml -o {edition}"))?.code,
            Some(0)
        );
    }
    let (old, new) = (state(&place, "old")?, state(&place, "new")?);
    assert!(new.len() > 80 && old != new);
    let mut random = Random::new(7);
    let mut interrupted = 0;
    for round in 0..ROUNDS {
        if round % 4 < 2 {
            place.run("generate old.yaml -o client")?;
            assert!(state(&place, "client")? == old, "{round}");
        } else {
            fs::remove_dir_all(place.directory.join("client"))?;
        }
        let mut generator = Command::new(env!("CARGO_BIN_EXE_specwright"))
            .args(["generate", "new.yaml", "-o", "client", "--quiet"])
            .current_dir(&place.directory)
            .spawn()?;
        // Two of three are killed while they write, which is a small part of the time.
        let stage = place.directory.join("client").join(STAGE);
        while round % 3 > 0 && !stage.exists() && generator.try_wait()?.is_none() {
            sleep(Duration::from_micros(100));
        }
        let patience = if round % 3 > 0 { 8_000 } else { 200_000 };
        sleep(Duration::from_micros(random.below(patience) as u64));
        generator.kill()?;
        let finished = generator.wait()?.success();
        let left = match place.directory.join("client").exists() {
            true => state(&place, "client")?,
            false => BTreeMap::new(),
        };
        for (path, bytes) in left.iter().filter(|(path, _)| !path.starts_with(STAGE)) {
            let is_whole = [&old, &new].iter().any(|edition| edition.get(path) == Some(bytes));
            // The manifest lists the files of both while they are replaced.
            assert!(is_whole || path.as_os_str() == MANIFEST, "{round}: {}", path.display());
        }
        interrupted += usize::from(left != old && left != new);
        assert!(!finished || left == new, "{round}");
        let again = place.run("generate new.yaml -o client")?;
        assert_eq!(again.code, Some(0), "{round}: {}", again.stderr);
        assert!(
            state(&place, "client")? == new,
            "{round}: something is left of the killed run"
        );
    }
    println!("{interrupted} of {ROUNDS} runs were killed while they wrote");
    Ok(())
}
