//! Same input, same bytes: twice in one process, and in many threads at once.

use specwright::config::Faults;
use specwright_tests::{check, ok_cases};
use std::error::Error;

#[test]
fn the_same_document_gives_the_same_bytes() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let (folder, first) = specwright_tests::client()?;
    let threads: Vec<_> = (0..4)
        .map(|_| std::thread::spawn(|| specwright_tests::client().map_err(|error| error.to_string())))
        .collect();
    for thread in threads {
        let again = thread.join().map_err(|_| "the generator panicked")??;
        assert_eq!(again, (folder.clone(), first.clone()));
    }
    Ok(())
}

#[test]
fn every_case_gives_the_same_bytes_and_the_same_report() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    for case in ok_cases()?.into_iter().chain(specwright_tests::bad_cases()?) {
        for faults in [Faults::Deny, Faults::Allow] {
            let (a, b) = (check(&case, faults), check(&case, faults));
            assert_eq!(a.report, b.report, "{}", case.name);
            let files = |checked: specwright_tests::Checked| checked.generated.map(|generated| generated.files);
            assert_eq!(files(a), files(b), "{}", case.name);
        }
    }
    Ok(())
}

#[test]
fn nothing_of_this_machine_is_in_the_output() -> Result<(), Box<dyn Error>> {
    specwright_tests::enter_workspace()?;
    let here = std::env::current_dir()?.to_string_lossy().into_owned();
    let (_, files) = specwright_tests::client()?;
    for (path, text) in files.iter() {
        assert!(!text.contains(&here), "{path} holds the path of this workspace");
    }
    Ok(())
}
