//! What is wrong with a request, as a problem document (RFC 9457).

use super::value::Value;

/// Something that the document does not allow.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Violation {
    /// The part of the request: `path`, `query`, `header`, `cookie` or `body`.
    pub(super) part: &'static str,
    /// The parameter; empty for a body.
    pub(super) name: String,
    /// Where in its value, as a JSON pointer (RFC 6901); empty for the whole.
    pub(super) pointer: String,
    /// What is wrong, as the end of a sentence.
    pub(super) detail: String,
    /// What of the document says so, as a JSON pointer.
    pub(super) rule: String,
}

impl Violation {
    fn value(&self) -> Value {
        let members = [
            ("in", self.part),
            ("name", &self.name),
            ("pointer", &self.pointer),
            ("detail", &self.detail),
            ("document", &self.rule),
        ];
        let said = members
            .into_iter()
            .filter(|(key, text)| !text.is_empty() || *key == "pointer");
        Value::Object(said.map(|(key, text)| (key.to_owned(), Value::string(text))).collect())
    }

    /// The violation in one line.
    pub(super) fn line(&self) -> String {
        let place = [self.part, &self.name, &self.pointer];
        let place: Vec<&str> = place.into_iter().filter(|word| !word.is_empty()).collect();
        format!("{}: {}", place.join(" "), self.detail)
    }
}

/// A request that is refused.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    /// The status of the response.
    pub(super) status: u16,
    /// What kind of problem it is, in a few words.
    pub(super) title: &'static str,
    /// The problem in one sentence.
    pub(super) detail: String,
    /// All that is wrong, where the document was looked at.
    pub(super) violations: Vec<Violation>,
    /// Further headers.
    pub(super) headers: Vec<(&'static str, String)>,
}

impl Refusal {
    pub(super) fn new(status: u16, title: &'static str, detail: impl Into<String>) -> Refusal {
        Refusal {
            status,
            title,
            detail: detail.into(),
            violations: Vec::new(),
            headers: Vec::new(),
        }
    }

    /// A request that the document does not allow.
    pub(super) fn of(violations: Vec<Violation>) -> Refusal {
        let lines: Vec<String> = violations.iter().map(Violation::line).collect();
        let refusal = Refusal::new(422, "The request is not as the document says", lines.join("; "));
        Refusal { violations, ..refusal }
    }

    #[must_use]
    pub(super) fn header(mut self, name: &'static str, value: String) -> Refusal {
        self.headers.push((name, value));
        self
    }

    /// The problem document.
    pub(super) fn json(&self) -> String {
        let mut members = vec![
            ("type".to_owned(), Value::string("about:blank")),
            ("title".to_owned(), Value::string(self.title)),
            ("status".to_owned(), Value::Number(self.status.to_string())),
            ("detail".to_owned(), Value::string(&self.detail)),
        ];
        if !self.violations.is_empty() {
            let violations = self.violations.iter().map(Violation::value).collect();
            members.push(("violations".to_owned(), Value::Array(violations)));
        }
        Value::Object(members).json()
    }
}
