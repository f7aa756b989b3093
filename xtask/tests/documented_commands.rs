//! Every `cargo xtask` command that our pages name exists, with its flags.

use specwright_tests::markdown::{blocks, commands, quoted};
use std::collections::BTreeSet;
use std::error::Error;
use std::process::Command;

type Outcome = Result<(), Box<dyn Error>>;

fn help(command: &[&str]) -> Result<Option<String>, Box<dyn Error>> {
    let program = env!("CARGO_BIN_EXE_xtask");
    let output = Command::new(program).args(command).arg("--help").output()?;
    let text = String::from_utf8(output.stdout)?;
    Ok(output.status.success().then_some(text))
}

/// What is wrong with a command, if anything.
fn fault(command: &str) -> Result<Option<String>, Box<dyn Error>> {
    let mut words = command.split_whitespace().skip(2);
    let Some(name) = words.next().filter(|name| !name.starts_with('-')) else {
        return Ok(None);
    };
    let Some(help) = help(&[name])? else {
        return Ok(Some(format!("`{command}`: there is no command `{name}`")));
    };
    let known: BTreeSet<_> = help.split([' ', ',', '\n', '=', '[', ']']).collect();
    let mut flags = words.filter(|word| word.starts_with('-'));
    let unknown = flags.find(|flag| !known.contains(flag));
    Ok(unknown.map(|flag| format!("`{command}`: `{name}` has no flag `{flag}`")))
}

#[test]
fn documented_commands_and_flags_exist() -> Outcome {
    specwright_tests::enter_workspace()?;
    let mut faults = Vec::new();
    let mut named = BTreeSet::new();
    for page in specwright_tests::PAGES {
        let text = std::fs::read_to_string(page)?;
        let shell: Vec<_> = blocks(&text)?
            .into_iter()
            .filter(|block| block.language() == "sh")
            .collect();
        let listed = shell.iter().flat_map(|block| commands(&block.text));
        let all = listed.chain(quoted(&text, "cargo xtask").into_iter().map(str::to_owned));
        for command in all.filter(|command| command.starts_with("cargo xtask")) {
            faults.extend(fault(&command)?.map(|fault| format!("{page}: {fault}")));
            named.extend(command.split_whitespace().nth(2).map(str::to_owned));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    // The other way round: the README leads to every command.
    let help = help(&[])?.ok_or("no help")?;
    let (_, list) = help.split_once("Commands:\n").ok_or("no list of commands")?;
    let lines = list.lines().take_while(|line| !line.is_empty());
    for command in lines.filter_map(|line| line.split_whitespace().next()) {
        assert!(
            command == "help" || named.contains(command),
            "no page names `{command}`"
        );
    }
    Ok(())
}

#[test]
fn wrong_commands_are_found() -> Outcome {
    assert!(fault("cargo xtask no-such-command")?.is_some());
    assert!(fault("cargo xtask check --no-such-flag")?.is_some());
    assert!(fault("cargo xtask generate --dry-run")?.is_none());
    assert!(fault("cargo xtask --help")?.is_none());
    Ok(())
}

/// The help is for people: every command and every flag says what it does, within 100 columns.
#[test]
fn the_help_reads_well() -> Outcome {
    let first = help(&[])?.ok_or("no help")?;
    let (_, list) = first.split_once("Commands:\n").ok_or("no list of commands")?;
    let lines: Vec<_> = list.lines().take_while(|line| !line.is_empty()).collect();
    assert!(lines.len() > 5, "{first}");
    for line in lines {
        let (name, text) = line.trim().split_once("  ").ok_or(line)?;
        assert!(text.trim().len() > 10 && !text.ends_with('.'), "{line}");
        if name == "help" {
            continue;
        }
        let help = help(&[name])?.ok_or(name)?;
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
        let options = help.split_once("Options:\n").ok_or("no options")?.1;
        let mut lines = options.lines().peekable();
        while let Some(line) = lines.next() {
            let inline = line.trim().split_once("  ").is_some();
            let below = lines.peek().is_some_and(|next| next.starts_with("          "));
            // `- json: For programs` is a value of one.
            let is_flag = line.trim_start().starts_with('-') && !line.trim_start().starts_with("- ");
            assert!(!is_flag || inline || below, "{name}: {line}");
        }
    }
    Ok(())
}
