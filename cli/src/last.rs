//! What the last run has noted of a client: whether there is anything to do, and what is to be said again.

use crate::project::{Project, Read, Target};
use crate::report::written;
use crate::view::View;
use specwright::output::Changes;
use specwright::output::stamp::{Made, Stamp, Written};

/// A client that is what it was, made from what it was made from.
pub struct Unchanged {
    /// Its title and version.
    pub title: String,
    /// That its files are unchanged.
    pub files: String,
}

impl Unchanged {
    /// The client that a command is about, if the last run was asked for the same and nothing has changed since. Its problems are
    /// shown again.
    pub fn of(read: &Read, view: &View) -> Option<Unchanged> {
        let said = stamp(read, view)?.unchanged()?;
        let (title, rest) = said.split_once('\n')?;
        let (files, problems) = rest.split_once('\n')?;
        view.show(problems);
        Some(Unchanged {
            title: title.to_owned(),
            files: files.to_owned(),
        })
    }
}

/// Notes that a client is now what would be generated.
pub fn note(project: &Project, view: &View) {
    let Some(stamp) = stamp(&project.read, view) else {
        return;
    };
    let files = &project.generated.files;
    let title = project.generated.summary.head().replace(['\n', '\r'], " ");
    let said = |count| {
        let changes = Changes {
            unchanged: count,
            ..Changes::default()
        };
        format!("{title}\n{}\n{}", written(&changes), project.shown)
    };
    match &project.read.target {
        // The manifest is a file too.
        Target::Directory(_) => stamp.write(&project.sources, Made::Files(files), &said(files.len() + 1)),
        Target::File(_) => stamp.write(&project.sources, Made::Text(&project.text()), &said(1)),
    }
}

fn stamp<'r>(read: &'r Read, view: &View) -> Option<Stamp<'r>> {
    let written = match &read.target {
        Target::Directory(path) => Written::Directory(path),
        Target::File(path) => Written::File(path),
    };
    let request = format!("{:?} {:?} {}", read.config, read.input, view.decided());
    Stamp::of(written, &request)
}
