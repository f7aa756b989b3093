//! The pairs of documents of the rules of comparisons: `cases/compat/<rule>/{old,new}.yaml`.

use specwright::Input;
use specwright::compat::Rule;
use specwright::config::{self, Config};
use specwright::diag::Diagnostics;
use specwright::source::SourceMap;
use std::path::{Path, PathBuf};

/// The directory of a rule.
pub fn directory(rule: Rule) -> PathBuf {
    Path::new(crate::COMPAT).join(rule.row().id)
}

/// What one of both documents of a directory is read with: `old.yaml` or `new.yaml`.
pub fn document(directory: &Path, which: &str, sources: &mut SourceMap, problems: &mut Diagnostics) -> (Input, Config) {
    let settings = directory.join("specwright.toml");
    let mut config = match settings.exists() {
        true => config::read(sources, &settings, problems),
        false => Config::default(),
    };
    config.document.path = directory.join(which).into();
    (Input::Path(config.document.path.value.clone()), config)
}
