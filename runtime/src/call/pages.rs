//! Pages of results as streams: by cursor, page number, offset, `Link` header or the URL of the next page.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;

use super::{Sending, refused};
use crate::error::Error;
use crate::response::Response;
use crate::transport::TransportErrorKind;

/// So many pages without items may come one after the other.
const MAX_EMPTY: u32 = 1000;

/// All pages from one call on: a stream that ends after the last page or the first error.
#[must_use = "nothing is sent until it is polled"]
pub struct Pages<C, T, E> {
    /// The call that returns the next page.
    call: Option<C>,
    sending: Option<Sending<T, E>>,
    /// An error was yielded: the stream has ended, and the call is still that of the page that failed.
    failed: bool,
    circle: Circle,
    send: fn(C) -> Sending<T, E>,
    next: fn(C, &Response<T>) -> Option<C>,
}

/// All pages from `call` on: `next` makes the following call from a call and its page, if there is one.
pub fn pages<C, T, E>(call: C, send: fn(C) -> Sending<T, E>, next: fn(C, &Response<T>) -> Option<C>) -> Pages<C, T, E> {
    Pages {
        call: Some(call),
        sending: None,
        failed: false,
        circle: Circle::default(),
        send,
        next,
    }
}

impl<C: Clone, T: 'static, E: 'static> Pages<C, T, E> {
    /// The call that returns the page after the last one that was yielded, to resume from there later; after an error, the call
    /// that failed.
    pub fn call(&self) -> Option<&C> {
        self.call.as_ref()
    }

    /// The items of all pages.
    pub fn items<I>(self, items: fn(T) -> Vec<I>) -> Items<C, T, E, I> {
        Items {
            pages: self,
            waiting: VecDeque::new(),
            empty: 0,
            items,
        }
    }

    /// The next page.
    pub async fn next(&mut self) -> Option<Result<Response<T>, Error<E>>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Response<T>, Error<E>>>> {
        let Some(call) = self.call.as_ref().filter(|_| !self.failed) else {
            return Poll::Ready(None);
        };
        let sending = match &mut self.sending {
            Some(sending) => sending,
            None => {
                let sending = (self.send)(call.clone());
                if let Some(problem) = sending.mark().and_then(|mark| self.circle.closed_by(mark)) {
                    self.failed = true;
                    return Poll::Ready(Some(Err(sending.refused(TransportErrorKind::Pages, problem))));
                }
                self.sending.insert(sending)
            }
        };
        let result = ready!(Pin::new(sending).poll(cx));
        self.sending = None;
        match &result {
            Ok(page) => self.call = self.call.take().and_then(|call| (self.next)(call, page)),
            Err(_) => self.failed = true,
        }
        Poll::Ready(Some(result))
    }
}

/// What tells one request of an operation from another.
#[derive(PartialEq)]
pub(super) struct Mark {
    pub(super) target: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// Finds requests that go in a circle while it keeps one of them (Brent's algorithm): each is compared with an earlier one, which
/// the 1st, 2nd, 4th, 8th… request replaces.
#[derive(Default)]
struct Circle {
    kept: Option<(u64, Mark)>,
    requests: u64,
}

impl Circle {
    /// What is wrong with the next request, if it is one that was sent before.
    fn closed_by(&mut self, mark: Mark) -> Option<String> {
        self.requests = self.requests.saturating_add(1);
        match &self.kept {
            Some((number, kept)) if *kept == mark => {
                let last = self.requests.saturating_sub(1);
                Some(format!("page {last} names page {number} as the next one"))
            }
            _ => {
                if self.requests.is_power_of_two() {
                    self.kept = Some((self.requests, mark));
                }
                None
            }
        }
    }
}

// Everything that must not be moved is boxed.
impl<C, T, E> Unpin for Pages<C, T, E> {}

impl<C: Clone, T: 'static, E: 'static> Stream for Pages<C, T, E> {
    type Item = Result<Response<T>, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<C: fmt::Debug, T, E> fmt::Debug for Pages<C, T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("call", &self.call)
            .finish_non_exhaustive()
    }
}

/// The items of all pages: a stream that ends after the last item or the first error.
#[must_use = "nothing is sent until it is polled"]
pub struct Items<C, T, E, I> {
    pages: Pages<C, T, E>,
    waiting: VecDeque<I>,
    /// How many pages without items came one after the other.
    empty: u32,
    items: fn(T) -> Vec<I>,
}

impl<C: Clone, T: 'static, E: 'static, I> Items<C, T, E, I> {
    /// The call that returns the page after the one that the last item was on, to resume from there later; after an error, the call
    /// that failed.
    pub fn call(&self) -> Option<&C> {
        self.pages.call()
    }

    /// The next item.
    pub async fn next(&mut self) -> Option<Result<I, Error<E>>> {
        std::future::poll_fn(|cx| self.poll(cx)).await
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<I, Error<E>>>> {
        loop {
            if let Some(item) = self.waiting.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll(cx)) {
                Some(Ok(page)) => {
                    let operation = page.operation();
                    self.waiting = (self.items)(page.into_inner()).into();
                    self.empty = if self.waiting.is_empty() { self.empty + 1 } else { 0 };
                    if self.empty == MAX_EMPTY && self.pages.call().is_some() {
                        self.pages.failed = true;
                        let problem = format!("{MAX_EMPTY} pages without items one after the other");
                        return Poll::Ready(Some(Err(refused(operation, TransportErrorKind::Pages, problem))));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<C, T, E, I> Unpin for Items<C, T, E, I> {}

impl<C: Clone, T: 'static, E: 'static, I> Stream for Items<C, T, E, I> {
    type Item = Result<I, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

impl<C: fmt::Debug, T, E, I> fmt::Debug for Items<C, T, E, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "blocking")]
impl<C: Clone, T: 'static, E: 'static> Pages<C, T, E> {
    /// The pages as an iterator on the current thread. Needs a blocking transport.
    pub fn wait(self) -> crate::transport::blocking::Waiting<Self> {
        crate::transport::blocking::Waiting::new(self)
    }
}

#[cfg(feature = "blocking")]
impl<C: Clone, T: 'static, E: 'static, I> Items<C, T, E, I> {
    /// The items as an iterator on the current thread. Needs a blocking transport.
    pub fn wait(self) -> crate::transport::blocking::Waiting<Self> {
        crate::transport::blocking::Waiting::new(self)
    }
}

/// The cursor of the next page; `None` at the end, and `None` if the server repeats the cursor of this page. Servers say `false`
/// where there is none, or what their language prints for nothing.
pub fn next_cursor(current: Option<&str>, next: Option<&str>) -> Option<String> {
    next.filter(|next| !matches!(*next, "" | "false" | "null") && current != Some(next))
        .map(str::to_owned)
}

/// The number of the next page; `None` after an empty page. `first` is the number of the first page.
pub fn next_page(current: Option<i64>, first: i64, got: usize) -> Option<i64> {
    (got > 0).then(|| current.unwrap_or(first).checked_add(1)).flatten()
}

/// The offset of the next page; `None` after an empty page.
pub fn next_offset(current: Option<i64>, got: usize) -> Option<i64> {
    let got = i64::try_from(got).ok().filter(|got| *got > 0)?;
    current.unwrap_or(0).checked_add(got)
}

/// The target of the link with `rel="next"` (RFC 8288).
pub fn next_link(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(http::header::LINK).iter();
    lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .find_map(|line| next_in(&line))
}

fn next_in(mut rest: &str) -> Option<String> {
    while let Some((_, after)) = rest.split_once('<') {
        let (target, after) = after.split_once('>')?;
        let (parameters, others) = split_outside_quotes(after, ',');
        if is_next(parameters) {
            return Some(target.trim().to_owned());
        }
        rest = others;
    }
    None
}

/// Whether the parameters of a link say that it leads to the next page. Only the first `rel` counts (section 3.3), and a link with
/// an anchor is one of another resource (section 3.2).
fn is_next(mut parameters: &str) -> bool {
    let mut next = None;
    while !parameters.is_empty() {
        let (parameter, following) = split_outside_quotes(parameters, ';');
        if let Some((name, value)) = parameter.split_once('=') {
            let value = value.trim().trim_matches('"');
            match name.trim().to_ascii_lowercase().as_str() {
                "anchor" if !value.is_empty() => return false,
                "rel" if next.is_none() => {
                    next = Some(value.split_whitespace().any(|one| one.eq_ignore_ascii_case("next")));
                }
                _ => {}
            }
        }
        parameters = following;
    }
    next == Some(true)
}

fn split_outside_quotes(text: &str, separator: char) -> (&str, &str) {
    let (mut quoted, mut escaped) = (false, false);
    for (index, character) in text.char_indices() {
        match character {
            _ if std::mem::take(&mut escaped) => {}
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            other if other == separator && !quoted => {
                return (
                    text.get(..index).unwrap_or(""),
                    text.get(index + separator.len_utf8()..).unwrap_or(""),
                );
            }
            _ => {}
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_recognised() {
        assert_eq!(next_cursor(None, Some("false")), None);
        assert_eq!(next_cursor(Some("a"), Some("b")).as_deref(), Some("b"));
        assert_eq!(next_cursor(None, Some("a")).as_deref(), Some("a"));
        assert_eq!(next_cursor(Some("a"), Some("a")), None);
        assert_eq!(next_cursor(Some("a"), Some("")), None);
        assert_eq!(next_page(None, 1, 10), Some(2));
        assert_eq!(next_page(Some(2), 1, 0), None);
        assert_eq!(next_offset(Some(20), 10), Some(30));
        assert_eq!(next_offset(Some(i64::MAX), 10), None);
    }

    #[test]
    fn every_circle_is_found_and_nothing_else() {
        let mark = |page: usize| Mark {
            target: format!("/pages?cursor={page}"),
            headers: HeaderMap::new(),
            body: Bytes::new(),
        };
        for before in 0..20 {
            for around in 1..20 {
                let page = |request| {
                    if request < before {
                        request
                    } else {
                        before + (request - before) % around
                    }
                };
                let mut circle = Circle::default();
                let found = (0..1000).find(|request| circle.closed_by(mark(page(*request))).is_some());
                let bounds = before + around..=4 * (before + around);
                assert!(
                    found.is_some_and(|found| bounds.contains(&found)),
                    "{before}, {around}: {found:?}"
                );
            }
        }
        let mut circle = Circle::default();
        assert!((0..1000).all(|page| circle.closed_by(mark(page)).is_none()));
    }

    #[test]
    fn links_are_found_among_others() {
        let next = |text: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("link", http::HeaderValue::from_static(text));
            next_link(&headers)
        };
        assert_eq!(
            next(r#"</a?page=1>; rel=prev, </b?x=<1,2>; title="a,;>b"; rel="last next", </c>; rel=last"#).as_deref(),
            Some("/b?x=<1,2")
        );
        assert_eq!(next("<https://x/y>; rel=next").as_deref(), Some("https://x/y"));
        assert_eq!(next(r#"</a>; title="a\", "; REL = "NEXT""#).as_deref(), Some("/a"));
        assert_eq!(
            next("</a>; rel=prev; rel=next, </b>;rel=next;rel=prev").as_deref(),
            Some("/b")
        );
        assert_eq!(
            next("</a>; rel=next; anchor=\"/other\", </b>; rel=next").as_deref(),
            Some("/b")
        );
        let mut headers = HeaderMap::new();
        let line = http::HeaderValue::from_bytes("</a>; title=\"ö\"; rel=next".as_bytes()).expect("a value");
        headers.insert("link", line);
        assert_eq!(next_link(&headers).as_deref(), Some("/a"));
        for none in ["", "<", "<a", "<a>", "<a>;", "<a>; rel", "<a>; rel=\"", "<a>; rel=prev"] {
            assert_eq!(next(none), None, "{none}");
        }
    }
}
