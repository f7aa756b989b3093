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
