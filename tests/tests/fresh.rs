//! What is committed is what would be generated.

use specwright::output::{Changes, FileSet, Mode, apply};
use std::error::Error;
use std::path::Path;

fn stale(files: &FileSet, folder: &Path) -> Result<Changes, Box<dyn Error>> {
    Ok(apply(files, folder, Mode::Check)?)
}

fn paths(changes: &Changes) -> Vec<&str> {
    changes.files.iter().map(|change| change.path.as_str()).collect()
}

#[test]
fn the_committed_client_is_fresh() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let (folder, files) = specwright_tests::client()?;
    let changes = stale(&files, &folder)?;
    assert!(
        changes.is_empty(),
        "run `{}`: these files are stale: {:?}",
        files.command(),
        paths(&changes)
    );
    Ok(())
}

#[test]
fn the_compiled_cases_are_fresh() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let files = specwright_tests::compiled()?;
    let changes = stale(&files, Path::new(specwright_tests::COMPILED))?;
    assert!(
        changes.is_empty(),
        "run `{}`: these files are stale: {:?}",
        files.command(),
        paths(&changes)
    );
    Ok(())
}

#[test]
fn the_obstacle_course_is_what_its_program_writes() -> Result<(), Box<dyn Error>> {
    use specwright_tests::obstacles::{PATH, document};
    specwright_tests::enter_workspace()?;
    let written = std::fs::read_to_string(PATH)?;
    assert!(written == document(), "run `{}`", specwright_tests::CASES_COMMAND);
    Ok(())
}
