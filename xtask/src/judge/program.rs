//! Writes a program that uses an item of a client, as its users do: with values of the declared types.

use super::uses::{Sides, Use};
use specwright::compat::{Change, Rule};
use specwright::surface::{Fact, Item, Kind, Surface, own_name, owner};
use std::collections::BTreeSet;

/// A program, and what it uses.
pub struct Program {
    /// Its code; the client is the crate `api`.
    pub text: String,
    /// What it uses of the client.
    pub uses: BTreeSet<Use>,
}

/// A program that uses what changes, or what is around it if that is new. `None` where the compiler has no say, as for Cargo features.
pub fn program(sides: &Sides<'_>, change: &Change) -> Option<Program> {
    let mut writer = Writer {
        surface: sides.old,
        parameters: Vec::new(),
        lines: Vec::new(),
        uses: BTreeSet::new(),
    };
    match (&change.old, &change.new) {
        (Some(old), _) => writer.item(&old.name, change.rule)?,
        (None, Some(new)) => writer.around(sides, &new.name, change.rule)?,
        (None, None) => return None,
    }
    let parameters = writer.parameters.join(", ");
    let body: String = writer.lines.iter().map(|line| format!("    {line}\n")).collect();
    Some(Program {
        text: format!("pub fn program({parameters}) {{\n{body}}}\n"),
        uses: writer.uses,
    })
}

struct Writer<'s> {
    surface: &'s Surface,
    parameters: Vec<String>,
    lines: Vec<String>,
    uses: BTreeSet<Use>,
}

impl<'s> Writer<'s> {
    fn find(&self, name: &str) -> Option<&'s Item> {
        self.surface.items.get(name)
    }

    /// The items of one kind that an item has.
    fn parts(&self, whole: &str, kind: Kind) -> std::vec::IntoIter<(&'s str, &'s Item)> {
        let items = self.surface.items.iter();
        let own = items.filter(move |(name, item)| item.kind == kind && owner(name, kind) == Some(whole));
        own.map(|(name, item)| (name.as_str(), item))
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn uses(&mut self, used: fn(String) -> Use, name: &str) {
        self.uses.insert(used(name.to_owned()));
    }

    fn line(&mut self, line: String) {
        self.lines.push(line);
    }

    /// A type as a program outside of the client writes it.
    fn ty(&mut self, spelled: &str) -> String {
        let mut out = String::new();
        for word in words(spelled) {
            let is_named = word.starts_with("types::") || word.starts_with("operations::");
            let is_path = word.starts_with(|letter: char| letter.is_ascii_uppercase());
            match word {
                _ if is_named => {
                    self.uses(Use::Name, word);
                    out.push_str(&format!("api::{word}"));
                }
                "String" | "Option" | "Vec" | "Box" => out.push_str(word),
                "BTreeMap" => out.push_str("std::collections::BTreeMap"),
                "Bytes" => out.push_str("api::bytes::Bytes"),
                _ if is_path => out.push_str(&format!("specwright_runtime::{word}")),
                _ => out.push_str(word),
            }
        }
        out
    }

    /// A value of a type, which the program is given.
    fn value(&mut self, spelled: &str) -> String {
        let ty = self.ty(spelled);
        self.parameter(&ty)
    }

    fn parameter(&mut self, ty: &str) -> String {
        let name = format!("v{}", self.parameters.len());
        self.parameters.push(format!("{name}: {ty}"));
        name
    }

    /// Uses an item as the rule is about it.
    fn item(&mut self, name: &str, rule: Rule) -> Option<()> {
        let item = self.find(name)?;
        match item.kind {
            // The first has a feature of its own, and no compiler sees the second.
            Kind::Function | Kind::Variable | Kind::Feature => return None,
            Kind::Server => self.server(name, item),
            Kind::Credential => self.credential(name, item),
            Kind::Operation => self.operation(name, item, rule)?,
            Kind::Argument => self.argument(name, item)?,
            Kind::Request => self.request(name, item)?,
            Kind::Response => self.response(name, item)?,
            Kind::Type => self.whole(name, item, rule)?,
            Kind::Field => self.field(name, item)?,
            Kind::Variant => self.variant(name, item)?,
            Kind::Method => self.method(name, item)?,
        }
        Some(())
    }

    /// Uses what is around a new item.
    fn around(&mut self, sides: &Sides<'_>, name: &str, rule: Rule) -> Option<()> {
        let item = sides.new.items.get(name)?;
        let Some(whole) = owner(name, item.kind) else {
            return self.neighbour(name, item, rule);
        };
        let before = sides.before(whole).to_owned();
        match self.find(&before) {
            Some(whole) => match whole.kind {
                Kind::Operation => self.operation(&before, whole, rule),
                _ => self.whole(&before, whole, rule),
            },
            // The owner of the forms of a call has no item.
            None => self.neighbour(name, item, rule),
        }
    }

    /// Uses the item of the same kind that comes before a new one.
    fn neighbour(&mut self, name: &str, item: &Item, rule: Rule) -> Option<()> {
        let before = self.surface.items.range(..name.to_owned()).rev();
        let mut same = before.filter(|(_, other)| other.kind == item.kind);
        let Some((neighbour, _)) = same.next() else {
            self.line("let _ = api::Client::builder();".to_owned());
            return (!matches!(item.kind, Kind::Feature | Kind::Function | Kind::Variable)).then_some(());
        };
        self.item(neighbour, rule)
    }

    fn server(&mut self, name: &str, item: &Item) {
        self.uses(Use::Item, name);
        match item.facts.contains_key(&Fact::Takes) {
            // The struct of its variables is made by those who need it.
            true => {
                let server = self.parameter("api::Server");
                self.line(format!("let _ = matches!({server}, api::{name}(_));"));
            }
            false => self.line(format!("let _ = api::Client::builder().server(api::{name});")),
        }
    }

    fn credential(&mut self, name: &str, item: &Item) {
        self.uses(Use::Item, name);
        let own = own_name(name, item.kind);
        let values = credentials(item);
        self.line(format!("let _ = api::Client::builder().{own}({values});"));
    }

    /// The expression of a call with its arguments.
    fn call(&mut self, operation: &str) -> Option<String> {
        let item = self.find(operation)?;
        self.uses(Use::Call, operation);
        let takes = item.fact(Fact::Takes).split(", ").filter(|name| !name.is_empty());
        let mut arguments = Vec::new();
        for name in takes {
            let argument = self.find(&format!("{operation}({name})"))?;
            arguments.push(self.value(unboxed(argument.fact(Fact::Type))));
        }
        let client = self.parameter("&api::Client");
        let own = own_name(operation, Kind::Operation);
        Some(format!("{client}.{own}({})", arguments.join(", ")))
    }

    /// Sends a call, and says what it returns.
    fn sent(&mut self, operation: &str, method: &str, success: &str, call: &str) -> Option<()> {
        let module = self.find(operation)?.fact(Fact::Module);
        let success = self.ty(success);
        let failure = format!("api::{module}::Failure");
        self.line(format!(
            "let _: api::Sending<{success}, {failure}> = {call}.{method}();"
        ));
        Some(())
    }

    fn operation(&mut self, name: &str, item: &Item, rule: Rule) -> Option<()> {
        let call = self.call(name)?;
        match rule {
            Rule::OperationSuccess => {
                self.uses(Use::Success, name);
                self.sent(name, "send", item.fact(Fact::Success), &call)?;
            }
            Rule::OperationPages if item.facts.contains_key(&Fact::Pages) => {
                self.uses(Use::Pages, name);
                self.line(format!("let _ = {call}.pages();"));
            }
            Rule::TypeDerives => {
                self.uses(Use::Derives, name);
                self.derives(item.fact(Fact::Derives), &format!("&{call}"));
            }
            _ => self.line(format!("let _ = {call};")),
        }
        Some(())
    }

    fn argument(&mut self, name: &str, item: &Item) -> Option<()> {
        let operation = owner(name, item.kind)?;
        let own = own_name(name, item.kind);
        self.uses(Use::Item, name);
        let mut call = self.call(operation)?;
        match (item.fact(Fact::In), item.fact(Fact::Given)) {
            ("credential", _) => call = format!("{call}.{own}({})", credentials(item)),
            (_, "setter") => {
                let value = self.value(unboxed(item.fact(Fact::Type)));
                call = format!("{call}.{own}({value})");
            }
            // It is an argument of the call, or nobody gives it.
            (_, _) => {}
        }
        self.line(format!("let _ = {call};"));
        Some(())
    }

    /// Sends a media type: by its variant, if there are several.
    fn request(&mut self, name: &str, item: &Item) -> Option<()> {
        let operation = owner(name, item.kind)?;
        let module = self.find(operation)?.fact(Fact::Module);
        self.uses(Use::Item, name);
        let body = format!("{module}::Body");
        let media = item.fact(Fact::MediaType);
        let mut variants = self.parts(&body, Kind::Variant);
        let variant = variants.find(|(_, variant)| variant.fact(Fact::Wire) == media);
        if let Some((variant, held)) = variant {
            self.uses(Use::Item, &format!("{operation}(body)"));
            let value = self.value(held.fact(Fact::Type));
            self.line(format!("let _: api::{body} = api::{variant}({value});"));
        }
        let call = self.call(operation)?;
        self.line(format!("let _ = {call};"));
        Some(())
    }

    /// Looks at the variants of a status, in the failures and the successes, or at the one success that there is.
    fn response(&mut self, name: &str, item: &Item) -> Option<()> {
        let operation = owner(name, item.kind)?;
        let method = self.find(operation)?;
        let module = method.fact(Fact::Module);
        let status = item.fact(Fact::Status);
        self.uses(Use::Item, name);
        self.uses.insert(Use::Outcome(operation.to_owned(), status.to_owned()));
        for outcome in [format!("{module}::Failure"), format!("{module}::Success")] {
            for (variant, held) in self.parts(&outcome, Kind::Variant) {
                if held.fact(Fact::Wire) == status {
                    let value = self.value(&outcome);
                    self.matched(&value, variant, held);
                }
            }
        }
        let call = self.call(operation)?;
        if !status.starts_with('2') {
            self.line(format!("let _ = {call};"));
            return Some(());
        }
        self.uses(Use::Success, operation);
        self.sent(operation, "send", method.fact(Fact::Success), &call)
    }

    /// Takes out what a variant holds.
    fn matched(&mut self, value: &str, variant: &str, item: &Item) {
        let held = item.fact(Fact::Type);
        match held {
            "" | "()" => self.line(format!("let _ = matches!({value}, api::{variant});")),
            held => {
                let held = self.ty(held);
                self.line(format!(
                    "if let api::{variant}(held) = {value} {{ let _: {held} = held; }}"
                ));
            }
        }
    }

    /// Uses a type by what it is.
    fn whole(&mut self, name: &str, item: &Item, rule: Rule) -> Option<()> {
        self.uses(Use::Item, name);
        if matches!(rule, Rule::TypeDerives | Rule::TypeTravels) {
            self.uses(Use::Derives, name);
            let value = self.value(name);
            self.derives(item.fact(Fact::Derives), &format!("&{value}"));
        }
        if item.facts.contains_key(&Fact::Takes) {
            let made = self.made(name, item)?;
            self.line(format!("let _ = {made};"));
            return Some(());
        }
        let value = self.value(name);
        match item.fact(Fact::Shape) {
            "struct" => {
                let mut fields = self.parts(name, Kind::Field);
                match fields.find(|(_, field)| field.facts.contains_key(&Fact::Type)) {
                    Some((field, item)) => self.read(&value, field, item),
                    None => self.line(format!("let _ = {value};")),
                }
            }
            "enum" | "union" => {
                if rule == Rule::TypeTravels && item.is(Fact::Open) {
                    self.line(format!("let _ = matches!(&{value}, api::{name}::Unknown(_));"));
                }
                match self.parts(name, Kind::Variant).next() {
                    Some((variant, held)) => {
                        self.uses(Use::Item, variant);
                        self.matched(&value, variant, held);
                    }
                    None => self.line(format!("let _ = {value};")),
                }
            }
            "newtype" => self.line(format!("let _: &str = {value}.as_str();")),
            "tuple" => self.line(format!("let _ = {value}.0;")),
            _ => {
                let target = self.ty(item.fact(Fact::Type));
                self.line(format!("let _: {target} = {value};"));
            }
        }
        Some(())
    }

    /// The expression that makes a value of a struct.
    fn made(&mut self, name: &str, item: &Item) -> Option<String> {
        self.uses(Use::Name, name);
        self.uses(Use::Constructor, name);
        let takes = item.fact(Fact::Takes);
        let (required, list) = match takes.split_once(" {") {
            Some((required, list)) => (Some(required), list.trim_end_matches('}').trim()),
            None => (None, takes),
        };
        let mut values = Vec::new();
        for field in list.split(", ").filter(|field| !field.is_empty()) {
            let item = self.find(&format!("{name}.{field}"))?;
            let ty = asked(item);
            let value = match required {
                Some(_) => format!("{field}: {}", self.value(ty)),
                None => self.value(unboxed(ty)),
            };
            values.push(value);
        }
        let values = values.join(", ");
        let module = name.rsplit_once("::").map_or("", |(module, _)| module);
        Some(match required {
            Some(required) => format!("api::{name}::new(api::{module}::{required} {{ {values} }})"),
            None => format!("api::{name}::new({values})"),
        })
    }

    fn read(&mut self, value: &str, field: &str, item: &Item) {
        self.uses(Use::Item, field);
        let ty = self.ty(item.fact(Fact::Type));
        let own = own_name(field, Kind::Field);
        self.line(format!("let _: {ty} = {value}.{own};"));
    }

    /// Reads a field, and gives it.
    fn field(&mut self, name: &str, item: &Item) -> Option<()> {
        let whole = owner(name, item.kind)?;
        let ty = item.fact(Fact::Type);
        self.uses(Use::Item, whole);
        self.uses(Use::Item, name);
        if item.fact(Fact::Given) == "argument" {
            let made = self.made(whole, self.find(whole)?)?;
            self.line(format!("let _ = {made};"));
        }
        if item.fact(Fact::Given) == "setter" {
            let given = inside(ty, "Option<").or_else(|| inside(ty, "Field<")).unwrap_or(ty);
            let (value, whole, own) = (self.value(unboxed(given)), self.value(whole), own_name(name, item.kind));
            self.line(format!("let _ = {whole}.{own}({value});"));
        }
        let value = self.value(whole);
        match ty {
            // The client fills it in.
            "" => self.line(format!("let _ = {value};")),
            _ => self.read(&value, name, item),
        }
        Some(())
    }

    fn variant(&mut self, name: &str, item: &Item) -> Option<()> {
        let whole = owner(name, item.kind)?;
        self.uses(Use::Item, whole);
        self.uses(Use::Item, name);
        let value = self.value(whole);
        self.matched(&value, name, item);
        Some(())
    }

    fn method(&mut self, name: &str, item: &Item) -> Option<()> {
        let whole = owner(name, item.kind)?;
        let own = own_name(name, item.kind);
        self.uses(Use::Item, name);
        let Some(module) = whole.strip_suffix("::Call") else {
            let value = self.value(whole);
            let ty = match item.fact(Fact::Type) {
                "String" => "&str".to_owned(),
                ty => self.ty(ty),
            };
            self.line(format!("let _: Option<{ty}> = {value}.{own}();"));
            return Some(());
        };
        let mut operations = self.surface.items.iter();
        let (operation, _) = operations.find(|(_, operation)| operation.fact(Fact::Module) == module)?;
        let call = self.call(operation)?;
        self.sent(operation, own, item.fact(Fact::Type), &call)
    }

    /// Asks for the traits that are derived.
    fn derives(&mut self, derives: &str, value: &str) {
        let traits: Vec<String> = derives
            .split(", ")
            .filter(|derive| !derive.is_empty())
            .map(|derive| match derive {
                "Debug" => "std::fmt::Debug".to_owned(),
                "Hash" => "std::hash::Hash".to_owned(),
                other => other.to_owned(),
            })
            .collect();
        self.line(format!("fn needs<T: {}>(_: &T) {{}}", traits.join(" + ")));
        self.line(format!("needs({value});"));
    }
}

/// What a credential takes.
fn credentials(item: &Item) -> &'static str {
    match item.fact(Fact::Wire).starts_with("Authorization: Basic") {
        true => "\"user\", \"password\"",
        false => "\"secret\"",
    }
}

/// What a constructor asks for: a field that is never read is an `Option` that must be given.
fn asked(field: &Item) -> &str {
    let ty = field.fact(Fact::Type);
    let is_given = field.fact(Fact::Access) == "writeOnly" && !field.is(Fact::Nullable);
    inside(ty, "Option<").filter(|_| is_given).unwrap_or(ty)
}

/// Whoever calls need not know of boxes.
fn unboxed(ty: &str) -> &str {
    inside(ty, "Box<").unwrap_or(ty)
}

fn inside<'t>(ty: &'t str, outer: &str) -> Option<&'t str> {
    ty.strip_prefix(outer)?.strip_suffix('>')
}

/// Names and what is between them.
fn words(ty: &str) -> impl Iterator<Item = &str> {
    let is_name = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | ':' | '#');
    ty.split_inclusive(move |letter| !is_name(letter))
        .flat_map(move |part| {
            let end = part.trim_end_matches(|letter| !is_name(letter)).len();
            let (name, rest) = part.split_at(end);
            [name, rest].into_iter().filter(|word| !word.is_empty())
        })
}
