//! What differs between generated files and a directory.

/// Name of the file that lists what the generator owns in a directory.
pub const MANIFEST: &str = ".specwright";

/// One file that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path in the folder.
    pub path: String,
    /// What it held; `None` if it is new.
    pub old: Option<Vec<u8>>,
    /// What it holds now; `None` if it is deleted.
    pub new: Option<String>,
}

/// All files that differ, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files.
    pub files: Vec<Change>,
    /// How many files were as they should be.
    pub unchanged: usize,
}

impl Changes {
    /// Whether everything was as it should be.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How many files are new, changed and deleted.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |old: bool, new: bool| {
            let matches = |change: &&Change| change.old.is_some() == old && change.new.is_some() == new;
            self.files.iter().filter(matches).count()
        };
        (count(false, true), count(true, true), count(true, false))
    }
}
