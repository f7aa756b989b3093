//! Types that another generated crate defines: the schemas of the files that `types.files` of the settings lists.
//!
//! They are read and planned like all others, since a client looks into what it sends and receives, and then re-exported instead of
//! defined. What they are called over there is in the `surface.json` of that crate, and so is what they look like: where that is
//! something else than the file says, the two were generated from different editions or by different settings.

mod compare;

pub(crate) use compare::compare;

use crate::config::{Config, Located, SharedFile};
use crate::diag::{Diagnostics, Location, Problem};
use crate::ir::{Api, Shared, TypeDef};
use crate::source::{self, SourceMap};
use crate::surface::{self, Fact, Item, Kind, Surface};
use std::collections::BTreeMap;

/// The surfaces of the crates that define shared types, by the name of the crate.
#[derive(Default)]
pub(crate) struct Surfaces(BTreeMap<String, Surface>);

impl Surfaces {
    /// Reads those that the settings name. What cannot be read is reported.
    pub(crate) fn read(sources: &mut SourceMap, config: &Config, diags: &mut Diagnostics) -> Surfaces {
        let mut surfaces = BTreeMap::new();
        for (key, shared) in &config.types_of_files {
            match read(sources, shared) {
                Ok(surface) => drop(surfaces.insert(shared.value.krate.clone(), surface)),
                Err(reason) => {
                    let key = format!("types.files.{key}");
                    diags.push(Problem::InvalidSetting { key, reason }, shared.location());
                }
            }
        }
        Surfaces(surfaces)
    }

    /// Finds out what the shared types of an API are called. An inline schema that the other crate has no type for, such as one of
    /// a response, is a type of this client; a named one is reported.
    pub(crate) fn name(&self, api: &mut Api, diags: &mut Diagnostics) {
        for def in &mut api.types {
            let Some(shared) = &def.shared else { continue };
            let Some(surface) = self.0.get(&shared.krate) else {
                def.shared = None;
                continue;
            };
            let krate = shared.krate.clone();
            let found = surface.items.iter().find(|(_, item)| is_type_of(item, def));
            if found.is_none() && def.path.is_schema() && (def.usage.sent || def.usage.received) {
                let problem = Problem::UnsharedSchema { krate: krate.clone() };
                diags.push(problem, place(def));
            }
            def.shared = found.map(|(name, item)| Shared {
                krate,
                path: name.split("::").map(str::to_owned).collect(),
                required: item.fact(Fact::Takes).split_once(" {").map(|(name, _)| name.to_owned()),
            });
        }
    }
}

fn is_type_of(item: &Item, def: &TypeDef) -> bool {
    item.kind == Kind::Type && item.pointer == def.origin.pointer
}

fn place(def: &TypeDef) -> Location {
    Location::at(def.origin.span, &def.origin.pointer)
}

fn read(sources: &mut SourceMap, shared: &Located<SharedFile>) -> Result<Surface, String> {
    let path = shared.value.directory.join(surface::FILE);
    let name = source::display_name(&path);
    let bytes = source::read(&path).map_err(|error| {
        sources.add_missing(path.clone());
        format!(
            "cannot read `{name}`: {}; generate that crate with `output.surface = true`",
            source::reason(&error)
        )
    })?;
    let text = source::decode(bytes).map_err(|_| format!("`{name}` is not UTF-8"))?;
    let surface = surface::parse(&text).map_err(|error| format!("`{name}`: {error}"));
    sources.add(name, Some(path), text);
    surface
}
