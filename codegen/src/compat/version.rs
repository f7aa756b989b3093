//! Which version a change needs, by the rules of Cargo (The Cargo Book, "SemVer Compatibility").

use super::rules::Source;
use super::{Change, Severity};

/// How much of a version changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bump {
    /// Nothing that a program sees.
    Patch,
    /// Something is new, or works differently.
    Minor,
    /// A program may not compile, or mean something else.
    Major,
}

impl Bump {
    /// The word for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Bump::Patch => "patch",
            Bump::Minor => "minor",
            Bump::Major => "major",
        }
    }

    /// What a change asks for.
    pub fn of(change: &Change) -> Bump {
        match (change.source, change.severity()) {
            (Source::Breaks | Source::MeansOther, _) => Bump::Major,
            (Source::Same, Severity::Silent | Severity::Breaking | Severity::Notice | Severity::Addition) => {
                Bump::Minor
            }
        }
    }

    /// The version after `version`; `None` if that is not a semantic version. Before 1.0.0 the first number that is not zero
    /// is the major one.
    ///
    /// ```
    /// use specwright::compat::Bump;
    ///
    /// assert_eq!(Bump::Major.next("1.4.2").as_deref(), Some("2.0.0"));
    /// assert_eq!(Bump::Major.next("0.4.2").as_deref(), Some("0.5.0"));
    /// assert_eq!(Bump::Minor.next("0.4.2").as_deref(), Some("0.4.3"));
    /// ```
    pub fn next(self, version: &str) -> Option<String> {
        let core = version.split(['-', '+']).next()?;
        let numbers: Vec<u64> = core.split('.').map_while(|number| number.parse().ok()).collect();
        let &[major, minor, patch] = numbers.as_slice() else {
            return None;
        };
        if core.len() < version.len() && version.contains('-') {
            // What is not released yet can still become that.
            return Some(core.to_owned());
        }
        let (major, minor, patch) = match (self, major, minor) {
            (Bump::Major, 1.., _) => (major + 1, 0, 0),
            (Bump::Minor, 1.., _) => (major, minor + 1, 0),
            (Bump::Major, 0, 1..) => (0, minor + 1, 0),
            (Bump::Patch, _, _) | (Bump::Minor, 0, _) | (Bump::Major, 0, 0) => (major, minor, patch + 1),
        };
        Some(format!("{major}.{minor}.{patch}"))
    }
}

#[cfg(test)]
mod tests {
    use super::Bump;

    #[test]
    fn the_first_number_that_is_not_zero_is_the_major_one() {
        let next = |bump: Bump, version| bump.next(version).unwrap_or_default();
        assert_eq!(next(Bump::Major, "1.2.3"), "2.0.0");
        assert_eq!(next(Bump::Minor, "1.2.3"), "1.3.0");
        assert_eq!(next(Bump::Patch, "1.2.3"), "1.2.4");
        assert_eq!(next(Bump::Major, "0.2.3"), "0.3.0");
        assert_eq!(next(Bump::Minor, "0.2.3"), "0.2.4");
        assert_eq!(next(Bump::Major, "0.0.3"), "0.0.4");
        assert_eq!(next(Bump::Major, "2.0.0-beta.1"), "2.0.0");
        assert_eq!(Bump::Minor.next("2.0"), None);
    }
}
