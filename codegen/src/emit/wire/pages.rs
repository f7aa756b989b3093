//! The call that follows a page of results.

use super::scope::Scope;
use crate::emit::writer::{Code, Lines, code};
use crate::plan::{Argument, Held, Item, NextPlan, OperationPlan, PagePlan, RustType, Step};

/// A reference to what the steps lead to, and whether that is an `Option`.
fn borrowed(root: Code, steps: &[Step]) -> (Code, bool) {
    let mut path = root;
    let mut optional = false;
    for (index, Step { name, held }) in steps.iter().enumerate() {
        let last = index + 1 == steps.len();
        path = match (optional, held) {
            (false, Held::Plain) if last => code!("&$.$", path, name),
            (false, Held::Plain) => code!("$.$", path, name),
            (false, Held::Option) => code!("$.$.as_ref()", path, name),
            (false, Held::Field) => code!("$.$.value()", path, name),
            (true, Held::Plain) => code!("$.map(|at| &at.$)", path, name),
            (true, Held::Option) => code!("$.and_then(|at| at.$.as_ref())", path, name),
            (true, Held::Field) => code!("$.and_then(|at| at.$.value())", path, name),
        };
        optional |= *held != Held::Plain;
    }
    (path, optional)
}

/// The same; `None` ends the function.
fn found(root: Code, steps: &[Step]) -> Code {
    match borrowed(root, steps) {
        (path, true) => code!("$?", path),
        (path, false) => path,
    }
}

/// `page.a.b`, where nothing on the way can be absent.
fn place(steps: &[Step]) -> Code {
    let mut path = code!("page");
    for step in steps {
        path = code!("$.$", path, step.name);
    }
    path
}

/// The function that makes the next call.
pub(super) fn next(scope: &Scope<'_>, plan: &OperationPlan) -> Lines {
    let Some(pages) = &plan.pages else {
        return Lines::new();
    };
    let mut body = Lines::new();
    if let Some(steps) = &pages.more {
        let head = match borrowed(code!("page"), steps) {
            (flag, true) => code!("if $ == Some(&false)", flag),
            (_, false) => code!("if !$", place(steps)),
        };
        body.block(head, Lines::of(code!("return None;")), "");
    }
    body.extend(change(scope, plan, pages));
    body.line(code!("Some(call)"));
    let call = scope.item(plan.module, Item::Call);
    let success = scope.ty(&plan.responses.success.ty);
    let head = code!(
        "pub(crate) fn next(mut call: $, page: &v1::Response<$>) -> Option<$>",
        call,
        success,
        call
    );
    Lines::of_block(head, body, "")
}

fn change(scope: &Scope<'_>, plan: &OperationPlan, pages: &PagePlan) -> Lines {
    match &pages.next {
        NextPlan::Cursor(argument, token, ty) => {
            cursor(scope, &plan.arguments[*argument], found(code!("page"), token), ty)
        }
        NextPlan::LastItem(argument, id, ty) => {
            let mut lines = Lines::of(code!("let last = $.last()?;", found(code!("page"), &pages.items)));
            lines.extend(cursor(scope, &plan.arguments[*argument], found(code!("last"), id), ty));
            lines
        }
        NextPlan::Page(argument, first) => {
            let argument = &plan.arguments[*argument];
            let (current, got) = (current_number(scope, argument), got(pages));
            counted(scope, argument, code!("v1::next_page($, $, $)?", current, first, got))
        }
        NextPlan::Offset(argument) => {
            let argument = &plan.arguments[*argument];
            let (current, got) = (current_number(scope, argument), got(pages));
            counted(scope, argument, code!("v1::next_offset($, $)?", current, got))
        }
        NextPlan::Url(url, ty) => {
            let mut lines = Lines::of(code!("let url = $;", found(code!("page"), url)));
            let text = text(scope, ty, code!("url"));
            lines.line(code!("let next = v1::next_cursor(None, Some($))?;", text));
            lines.line(code!("call.setup = call.setup.next_url(next)?;"));
            lines
        }
        NextPlan::Link => {
            let mut lines = Lines::of(code!("let next = v1::next_link(page.headers())?;"));
            lines.line(code!("call.setup = call.setup.next_url(next)?;"));
            lines
        }
    }
}

/// A reference to a token as `&str`.
fn text(scope: &Scope<'_>, ty: &RustType, value: Code) -> Code {
    match scope.plan.types.unaliased(ty) {
        RustType::String | RustType::Named(_) => code!("$.as_str()", value),
        _ => code!("&$.to_string()", value),
    }
}

/// The next call has a token of the page.
fn cursor(scope: &Scope<'_>, argument: &Argument, token: Code, ty: &RustType) -> Lines {
    let name = &argument.name;
    let own = scope.plan.types.unaliased(&argument.ty);
    let current = match (own, argument.positional) {
        (RustType::String | RustType::Named(_), true) => code!("Some(call.$.as_str())", name),
        (RustType::String, false) => code!("call.$.as_deref()", name),
        (RustType::Named(_), false) => code!("call.$.as_ref().map(|value| value.as_str())", name),
        (_, true) => code!("Some(call.$.to_string().as_str())", name),
        (_, false) => code!("call.$.map(|value| value.to_string()).as_deref()", name),
    };
    let mut lines = Lines::of(code!("let token = $;", token));
    let token = text(scope, ty, code!("token"));
    lines.line(code!("let next = v1::next_cursor($, Some($))?;", current, token));
    let value = match own {
        RustType::String => code!("next"),
        _ => code!("next.parse().ok()?"),
    };
    lines.line(set(argument, value));
    lines
}

/// The number of items of the page.
fn got(pages: &PagePlan) -> Code {
    match borrowed(code!("page"), &pages.items) {
        (items, true) => code!("$.map_or(0, |items| items.len())", items),
        (_, false) => code!("$.len()", place(&pages.items)),
    }
}

/// The number that this call has, as `Option<i64>`.
fn current_number(scope: &Scope<'_>, argument: &Argument) -> Code {
    let name = &argument.name;
    match (scope.plan.types.unaliased(&argument.ty), argument.positional) {
        (RustType::Integer("i64"), true) => code!("Some(call.$)", name),
        (RustType::Integer("i64"), false) => code!("call.$", name),
        (RustType::Integer("i32" | "u32"), true) => code!("Some(i64::from(call.$))", name),
        (RustType::Integer("i32" | "u32"), false) => code!("call.$.map(i64::from)", name),
        (_, true) => code!("i64::try_from(call.$).ok()", name),
        (_, false) => code!("call.$.and_then(|value| i64::try_from(value).ok())", name),
    }
}

/// The next call has another number.
fn counted(scope: &Scope<'_>, argument: &Argument, next: Code) -> Lines {
    let ty = scope.plan.types.unaliased(&argument.ty);
    let value = match ty {
        RustType::Integer("i64") => code!("next"),
        RustType::Integer("i128") => code!("i128::from(next)"),
        _ => code!("$::try_from(next).ok()?", scope.ty(ty)),
    };
    let mut lines = Lines::of(code!("let next = $;", next));
    lines.line(set(argument, value));
    lines
}

fn set(argument: &Argument, value: Code) -> Code {
    match argument.positional {
        true => code!("call.$ = $;", argument.name, value),
        false => code!("call.$ = Some($);", argument.name, value),
    }
}
