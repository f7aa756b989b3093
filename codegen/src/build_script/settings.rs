//! Settings in the code of a build script: methods for those that a client in `OUT_DIR` has, each with the meaning of its line in
//! `specwright.toml`.

use super::Build;
use crate::config::{Config, Environment, Faults, ResponseExamples, Retry, RustPath, SharedFile};
use crate::diag::{Action, Diagnostics, Location, Problem, Rule};
use crate::source;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

type Edit = Arc<dyn Fn(&mut Config, &mut Diagnostics) + Send + Sync>;

/// Changes to the settings, in the order in which the build script asks for them.
#[derive(Clone, Default)]
pub(super) struct Edits(Vec<Edit>);

impl fmt::Debug for Edits {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} settings", self.0.len())
    }
}

impl Edits {
    /// Applies them; what is wrong with the names among them is reported and left out.
    pub(super) fn apply(&self, config: &mut Config, diags: &mut Diagnostics) {
        for edit in &self.0 {
            edit(config, diags);
        }
        config.rename.check_names(diags);
    }
}

/// Reports a setting that has no place in a file.
fn invalid(key: String, reason: String, diags: &mut Diagnostics) {
    diags.push(Problem::InvalidSetting { key, reason }, Location::default());
}

/// # Settings in code
impl Build {
    /// Changes the settings themselves, for what has no method of its own.
    ///
    /// ```no_run
    /// specwright::Build::new("pets.yaml")
    ///     .configure(|config| config.formats = true)
    ///     .generate();
    /// ```
    #[must_use]
    pub fn configure(self, edit: impl Fn(&mut Config) + Send + Sync + 'static) -> Build {
        self.edit(move |config, _| edit(config))
    }

    fn edit(mut self, edit: impl Fn(&mut Config, &mut Diagnostics) + Send + Sync + 'static) -> Build {
        self.edits.0.push(Arc::new(edit));
        self
    }

    /// Applies an overlay, after those of the settings file (`document.overlays`).
    #[must_use]
    pub fn overlay(self, path: impl Into<PathBuf>) -> Build {
        let path = path.into();
        self.configure(move |config| config.document.overlays.push(path.clone().into()))
    }

    /// The directory that references may lead to; by default that of the document (`document.root`).
    #[must_use]
    pub fn root(self, directory: impl Into<PathBuf>) -> Build {
        let directory = directory.into();
        self.configure(move |config| config.document.root = Some(directory.clone()))
    }

    /// The local copy, a file or a directory, of what URLs that begin like this name (`document.locations`).
    #[must_use]
    pub fn location(self, url: impl Into<String>, copy: impl Into<PathBuf>) -> Build {
        let (url, copy) = (url.into(), copy.into());
        self.configure(move |config| {
            config.document.locations.insert(url.clone(), copy.clone().into());
        })
    }

    /// Leaves out parts of the document that have no meaning, with a warning, instead of stopping at them (`faults = "allow"`).
    #[must_use]
    pub fn allow_faults(self) -> Build {
        self.configure(|config| config.faults = Faults::Allow)
    }

    /// Only operations with one of these tags, and of the other two kinds of `select_…` (`select.tags`); `*` is any string.
    #[must_use]
    pub fn select_tags(self, tags: impl IntoIterator<Item = impl Into<String>>) -> Build {
        let tags = strings(tags);
        self.configure(move |config| config.select.tags.extend(tags.iter().cloned().map(Into::into)))
    }

    /// Component schemas that have a type also where no operation reaches them, by name (`select.types`); `*` is any string.
    #[must_use]
    pub fn select_types(self, types: impl IntoIterator<Item = impl Into<String>>) -> Build {
        let types = strings(types);
        self.configure(move |config| config.select.types.extend(types.iter().cloned().map(Into::into)))
    }

    /// Only operations of these path templates, such as `/pets/*` (`select.paths`).
    #[must_use]
    pub fn select_paths(self, paths: impl IntoIterator<Item = impl Into<String>>) -> Build {
        let paths = strings(paths);
        self.configure(move |config| config.select.paths.extend(paths.iter().cloned().map(Into::into)))
    }

    /// Only operations of these `operationId`s or `METHOD /path` (`select.operations`).
    #[must_use]
    pub fn select_operations(self, operations: impl IntoIterator<Item = impl Into<String>>) -> Build {
        let operations = strings(operations);
        self.configure(move |config| {
            let operations = operations.iter().cloned().map(Into::into);
            config.select.operations.extend(operations);
        })
    }

    /// The Rust name of a type, by component name or JSON pointer (`rename.types`).
    #[must_use]
    pub fn rename_type(self, schema: impl Into<String>, name: impl Into<String>) -> Build {
        let (schema, name) = (schema.into(), name.into());
        self.configure(move |config| {
            config.rename.types.insert(schema.clone(), name.clone().into());
        })
    }

    /// The Rust name of an operation, by `operationId` or `METHOD /path` (`rename.operations`).
    #[must_use]
    pub fn rename_operation(self, operation: impl Into<String>, name: impl Into<String>) -> Build {
        let (operation, name) = (operation.into(), name.into());
        self.configure(move |config| {
            config.rename.operations.insert(operation.clone(), name.clone().into());
        })
    }

    /// The Rust name of a property or parameter, by JSON pointer (`rename.fields`).
    #[must_use]
    pub fn rename_field(self, pointer: impl Into<String>, name: impl Into<String>) -> Build {
        let (pointer, name) = (pointer.into(), name.into());
        self.configure(move |config| {
            config.rename.fields.insert(pointer.clone(), name.clone().into());
        })
    }

    /// The Rust name of a variant, by its enumeration or union, a space, and the value: `Status on_hold` (`rename.variants`).
    #[must_use]
    pub fn rename_variant(self, variant: impl Into<String>, name: impl Into<String>) -> Build {
        let (variant, name) = (variant.into(), name.into());
        self.configure(move |config| {
            config.rename.variants.insert(variant.clone(), name.clone().into());
        })
    }

    /// The module of a component, by component name or JSON pointer (`rename.modules`).
    #[must_use]
    pub fn rename_module(self, component: impl Into<String>, name: impl Into<String>) -> Build {
        let (component, name) = (component.into(), name.into());
        self.configure(move |config| {
            config.rename.modules.insert(component.clone(), name.clone().into());
        })
    }

    /// A Rust type in place of a schema, by component name or JSON pointer: `::rust_decimal::Decimal`, or `crate::Money` (`types`).
    #[must_use]
    pub fn use_type(self, schema: impl Into<String>, path: impl Into<String>) -> Build {
        let (schema, path) = (schema.into(), path.into());
        self.edit(move |config, diags| match RustPath::new(&path) {
            Some(path) => {
                config.types.insert(schema.clone(), path.into());
            }
            None => invalid(format!("types.{schema}"), RustPath::EXPECTED.to_owned(), diags),
        })
    }

    /// A Rust type in place of strings and numbers of a `format` (`types.formats`).
    #[must_use]
    pub fn use_type_for_format(self, format: impl Into<String>, path: impl Into<String>) -> Build {
        let (format, path) = (format.into(), path.into());
        self.edit(move |config, diags| match RustPath::new(&path) {
            Some(path) => {
                config.types_of_formats.insert(format.clone(), path.into());
            }
            None => invalid(format!("types.formats.{format}"), RustPath::EXPECTED.to_owned(), diags),
        })
    }

    /// Takes the types of the schemas in a file from another generated crate, whose package is in this directory (`types.files`).
    /// `Cargo.toml` has to list the crate; its `surface.json` says what its types are.
    ///
    /// ```no_run
    /// specwright::Build::new("orders.yaml")
    ///     .share_types("common.yaml", "::common_models", "../common-models")
    ///     .generate();
    /// ```
    #[must_use]
    pub fn share_types(self, file: impl Into<PathBuf>, krate: impl Into<String>, package: impl Into<PathBuf>) -> Build {
        let (path, krate, directory) = (file.into(), krate.into(), package.into());
        let key = source::display_name(&path);
        self.edit(move |config, diags| match SharedFile::crate_name(&krate) {
            Some(krate) => {
                let (path, directory) = (path.clone(), directory.clone());
                let shared = SharedFile { path, krate, directory };
                config.types_of_files.insert(key.clone(), shared.into());
            }
            None => invalid(format!("types.files.{key}"), SharedFile::EXPECTED.to_owned(), diags),
        })
    }

    /// The header parameters that are credentials, in place of the default list; `*` is any string (`credentials.headers`).
    #[must_use]
    pub fn credential_headers(self, headers: impl IntoIterator<Item = impl Into<String>>) -> Build {
        let headers = strings(headers);
        self.configure(move |config| config.credentials.headers.clone_from(&headers))
    }

    /// What the environment variables of `Client::from_env` begin with, or `None` for a client that reads none; by default the name of
    /// the package, without `-client` (`credentials.environment`).
    #[must_use]
    pub fn environment(self, prefix: Option<&str>) -> Build {
        let environment = prefix.map_or(Environment::Off, |prefix| Environment::Prefix(prefix.to_owned()));
        self.edit(move |config, diags| match environment.fault() {
            None => config.credentials.environment = environment.clone(),
            Some(reason) => invalid("credentials.environment".to_owned(), reason.to_owned(), diags),
        })
    }

    /// An operation whose requests are sent once, whatever the retry policy is, by `operationId` or `METHOD /path` (`retry`).
    #[must_use]
    pub fn send_once(self, operation: impl Into<String>) -> Build {
        let operation = operation.into();
        self.configure(move |config| {
            config.retry.insert(operation.clone(), Retry::Never.into());
        })
    }

    /// A schema whose constraints are documented and not checked, by component name or JSON pointer (`checks.off`).
    #[must_use]
    pub fn unchecked(self, schema: impl Into<String>) -> Build {
        let schema = schema.into();
        self.configure(move |config| {
            config.unchecked.insert(schema.clone(), ().into());
        })
    }

    /// Takes the examples of responses for what the server sends (`reading.examples = "evidence"`).
    #[must_use]
    pub fn examples_as_evidence(self) -> Build {
        self.configure(|config| config.reading.examples = ResponseExamples::Evidence)
    }

    /// Problems that are not reported: a code, a JSON pointer below which it holds, or both (`diagnostics.allow`).
    #[must_use]
    pub fn allow(self, problems: impl Into<String>) -> Build {
        self.rule(Action::Allow, problems.into())
    }

    /// Problems that are warnings (`diagnostics.warn`).
    #[must_use]
    pub fn warn(self, problems: impl Into<String>) -> Build {
        self.rule(Action::Warn, problems.into())
    }

    /// Problems that are errors, such as `warnings` (`diagnostics.deny`).
    #[must_use]
    pub fn deny(self, problems: impl Into<String>) -> Build {
        self.rule(Action::Deny, problems.into())
    }

    fn rule(self, action: Action, problems: String) -> Build {
        self.edit(move |config, diags| match Rule::parse(action, &problems) {
            Ok(rule) => config.rules.add(rule),
            Err(reason) => invalid(format!("diagnostics.{}", action.as_str()), reason, diags),
        })
    }
}

fn strings(list: impl IntoIterator<Item = impl Into<String>>) -> Vec<String> {
    list.into_iter().map(Into::into).collect()
}
