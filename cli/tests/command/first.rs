//! The first minutes with the program: what is typed before anything is known of it, and what it says then.

use super::{Outcome, PETS, Place};

#[test]
fn a_client_is_beside_its_settings_if_they_do_not_say_where() -> Outcome {
    let place = Place::new("beside")?;
    place.write("specwright.toml", "[document]\npath = \"pets.yaml\"\n")?;
    let printed = place.run("generate --settings specwright.toml")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    assert!(place.read("Cargo.toml")?.contains("name = \"pets\""));
    assert_eq!(place.run("check --settings specwright.toml")?.code, Some(0));
    Ok(())
}

#[test]
fn a_reference_above_the_current_directory_names_no_file_in_it() -> Outcome {
    let place = Place::new("above")?;
    place.write(
        "pets.yaml",
        &PETS.replace("schema: {type: string}}]", "schema: {$ref: '../../id.yaml'}}]"),
    )?;
    place.write("id.yaml", "type: integer\n")?;
    let printed = place.run("lint pets.yaml")?;
    assert_eq!(printed.code, Some(1));
    assert!(
        printed
            .stderr
            .contains("it is outside of the directory of the document"),
        "{}",
        printed.stderr
    );
    Ok(())
}

#[test]
fn what_comes_next_is_said_and_so_is_a_missing_document() -> Outcome {
    let place = Place::new("next")?;
    let printed = place.run("init no-such.yaml")?;
    assert_eq!(printed.code, Some(0));
    assert!(
        printed.stderr.contains("there is no `no-such.yaml` yet"),
        "{}",
        printed.stderr
    );
    let place = Place::new("next")?;
    let printed = place.run("init pets.yaml")?;
    assert_eq!(printed.stderr, "");
    let next = printed
        .stdout
        .lines()
        .find_map(|line| line.strip_prefix("then: specwright "));
    let printed = place.run(next.ok_or(printed.stdout.clone())?)?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    Ok(())
}

#[test]
fn the_last_line_is_about_what_is_worst() -> Outcome {
    let place = Place::new("worst")?;
    let warning = PETS.replace("operationId", "operatoinId");
    place.write(
        "pets.yaml",
        &warning.replace("type: object", "type: object\n                maxProperties: many"),
    )?;
    let printed = place.run("lint pets.yaml")?;
    assert!(
        printed.stderr.contains("pets.yaml:7:7") && printed.stderr.contains("`specwright explain SW0351` says more"),
        "{}",
        printed.stderr
    );
    let printed = place.run("generate pets.yaml -o client")?;
    let counted = printed.stderr.matches("1 error (SW0351)").count();
    assert_eq!(counted, 1, "{}", printed.stderr);
    assert!(printed.stderr.contains("\nnothing was written\n"), "{}", printed.stderr);
    let printed = place.run("generate pets.yaml -o client --quiet")?;
    assert!(
        printed.stderr.contains("nothing was written: 1 error (SW0351)"),
        "{}",
        printed.stderr
    );
    Ok(())
}

#[test]
fn what_is_not_a_document_is_called_what_it_is() -> Outcome {
    let place = Place::new("strangers")?;
    let page = "<!DOCTYPE html>\n<html>\n<style>body { margin: 0; color: red }</style>\n</html>\n";
    place.write("page.json", page)?;
    place.write(
        "bare.yaml",
        &format!("\n{}", page.trim_start_matches("<!DOCTYPE html>\n")),
    )?;
    place.write("service.xml", "<?xml version=\"1.0\"?>\n<application/>\n")?;
    place.write("merge.yaml", "<<: {openapi: 3.1.0, paths: {}}\n")?;
    for (path, said) in [
        ("page.json", "this is an HTML page, such as a server sends"),
        ("bare.yaml", "this is an HTML page, such as a server sends"),
        ("service.xml", "this is XML"),
        (".", "cannot read `.`: it is a directory"),
    ] {
        let printed = place.run(&format!("lint {path}"))?;
        assert_eq!(printed.code, Some(1), "{path}");
        assert!(printed.stderr.contains(said), "{path}: {}", printed.stderr);
    }
    let printed = place.run("lint merge.yaml")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    Ok(())
}

#[test]
fn what_is_not_there_or_is_another_thing_is_said_in_a_sentence() -> Outcome {
    let place = Place::new("sentences")?;
    place.write("a-file", "")?;
    place.write("specwright.toml", "[document]\npath = \"pets.yaml\"\n")?;
    place.write(
        "reference.yaml",
        &PETS.replace("schema: {type: string}}]", "schema: {$ref: 'id.yaml'}}]"),
    )?;
    let file = "`a-file` is a file, and the output needs a directory";
    for (arguments, code, said) in [
        ("lint no-such.yaml", 1, "cannot read `no-such.yaml`: it does not exist"),
        (
            "lint reference.yaml",
            1,
            "cannot read the file `id.yaml` of this `$ref`: it does not exist",
        ),
        (
            "generate --settings no-such.toml",
            1,
            "cannot read `no-such.toml`: it does not exist",
        ),
        (
            "generate --settings pets.yaml",
            1,
            "this is an OpenAPI document, and settings are TOML",
        ),
        ("generate --settings specwright.toml -o a-file", 2, file),
        ("generate --settings specwright.toml -o a-file --dry-run", 2, file),
        ("generate pets.yaml -o a-file/client", 2, file),
        ("generate pets.yaml -o a-file/client --dry-run", 2, file),
        ("generate pets.yaml --file a-file/pets.rs", 2, file),
        ("generate pets.yaml --file a-file/pets.rs --dry-run", 2, file),
    ] {
        let printed = place.run(arguments)?;
        assert_eq!(printed.code, Some(code), "{arguments}: {}", printed.stderr);
        assert_eq!(
            printed.stderr.matches(said).count(),
            1,
            "{arguments}: {}",
            printed.stderr
        );
        assert_eq!(printed.stdout, "", "{arguments}");
    }
    Ok(())
}

#[test]
fn a_document_in_utf_16_is_read() -> Outcome {
    let place = Place::new("utf-16")?;
    let units = ['\u{feff}'].into_iter().chain(PETS.chars());
    let text: String = units.collect();
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(place.directory.join("pets16.yaml"), bytes)?;
    let printed = place.run("lint pets16.yaml")?;
    assert_eq!(printed.code, Some(0), "{}", printed.stderr);
    Ok(())
}

#[test]
fn a_part_of_a_document_is_not_a_client() -> Outcome {
    let place = Place::new("part")?;
    place.write("part.yaml", "openapi: 3.1.0\n")?;
    let printed = place.run("generate part.yaml --file part.rs")?;
    assert!(printed.stderr.contains("warning[SW0306]"), "{}", printed.stderr);
    assert!(
        printed.stdout.starts_with("     new part.rs\nuntitled\n"),
        "{}",
        printed.stdout
    );
    Ok(())
}

#[test]
fn settings_that_were_not_named_are_pointed_at() -> Outcome {
    let place = Place::new("unnamed")?;
    let hint = "`specwright.toml` is here: add `--settings specwright.toml`";
    assert!(!place.run("generate")?.stderr.contains(hint));
    place.run("init pets.yaml")?;
    let printed = place.run("generate")?;
    assert_eq!(printed.code, Some(2));
    assert!(printed.stderr.contains(hint), "{}", printed.stderr);
    assert!(!place.run("generate --no-such")?.stderr.contains(hint));
    Ok(())
}

#[test]
fn a_client_that_is_not_there_is_no_difference_of_all_its_files() -> Outcome {
    let place = Place::new("absent")?;
    let printed = place.run("check pets.yaml -o client")?;
    assert_eq!((printed.code, printed.stdout.as_str()), (Some(1), ""));
    let said = "client is not there yet: run `specwright generate pets.yaml -o client` and commit the result\n";
    assert!(printed.stderr.ends_with(said), "{}", printed.stderr);
    Ok(())
}

#[test]
#[cfg(unix)]
fn whoever_reads_a_few_lines_gets_the_client_all_the_same() -> Outcome {
    let place = Place::new("few")?;
    place.write("pets.yaml", &PETS.replace("operationId", "operatoinId"))?;
    // Both outputs are closed before the first line is written.
    let shell = "sleep 0.2; exec \"$0\" generate pets.yaml -o client";
    let child = std::process::Command::new("sh")
        .args(["-c", shell, env!("CARGO_BIN_EXE_specwright")])
        .current_dir(&place.directory)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn();
    let mut child = child?;
    drop((child.stdout.take(), child.stderr.take()));
    assert_eq!(child.wait()?.code(), Some(0));
    assert!(place.read("client/Cargo.toml")?.contains("name = \"pets\""));
    Ok(())
}
