//! Any text is a document or has a diagnostic: no panic, no hang, no output that is not Rust, and twice the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use specwright::config::{Config, Faults, Layout};
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use specwright::{Input, generate};

fuzz_target!(|text: &str| {
    let input = Input::Text {
        name: "fuzz.yaml".to_owned(),
        text: text.to_owned(),
    };
    let mut config = Config::default();
    config.output.layout = Layout::File;
    config.faults = Faults::Allow;
    let run = || {
        let mut problems = Diagnostics::tolerant();
        let files = generate(&mut SourceMap::new(), &input, &config, &mut problems).map(|generated| generated.files);
        let codes: Vec<&str> = problems.iter().map(|problem| problem.problem.code()).collect();
        (files, codes)
    };
    let (files, codes) = run();
    assert!(!codes.contains(&"SW0690"), "the output is not Rust");
    assert!(files.is_some() || !codes.is_empty(), "nobody says why there is no output");
    assert_eq!((files, codes), run());
});
