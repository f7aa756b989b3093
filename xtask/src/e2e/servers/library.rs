//! A library, in Python: an application of our own on Django REST framework, whose document drf-spectacular makes.

use super::super::install::Origin;
use super::super::subject::{Commands, Document, Place, Subject};
use std::process::Command;

pub const SUBJECT: Subject = Subject {
    name: "library",
    origin: Origin::PyPi(&[
        "Django==5.2.8",
        "djangorestframework==3.16.1",
        "drf-spectacular==0.29.0",
    ]),
    is_heavy: false,
    start,
    document: Document::Served("/schema/?format=json", &[]),
    features: &[],
};

fn start(place: &Place<'_>) -> Commands {
    let django = |arguments: &[&str]| {
        let mut command = Command::new(place.installed.file("bin/python"));
        // Nothing is written beside its sources.
        command.args(["-B", "-m", "django"]).args(arguments);
        command
            .env("PYTHONPATH", place.files)
            .env("DJANGO_SETTINGS_MODULE", "library.settings");
        command
    };
    let port = place.port.to_string();
    Ok(vec![
        django(&["migrate", "--run-syncdb"]),
        django(&["runserver", "--noreload", &port]),
    ])
}
