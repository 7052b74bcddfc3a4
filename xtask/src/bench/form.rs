//! The registration form as it stands on the page: whoever changes its fields changes the measurement with it.

use scenarios::House;

/// A form: where it goes, and what it asks.
pub(super) struct Form {
    action: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    value: String,
}

impl Form {
    /// The forms of all public sessions that still lie ahead.
    pub(super) fn of_open_sessions(house: &House) -> Result<Vec<Self>, String> {
        let list = house.line().get(&house.page("sessions")).map_err(|why| why.to_string())?.text();
        let base = house.page("sessions/");
        let mut paths: Vec<&str> = list
            .split("href=\"")
            .skip(1)
            .filter_map(|it| it.split('"').next())
            .filter(|it| it.starts_with(&base))
            .collect();
        paths.sort_unstable();
        paths.dedup();
        let mut forms = Vec::new();
        for path in paths {
            let page = house.line().get(path).map_err(|why| why.to_string())?.text();
            forms.extend(Self::read(&page));
        }
        if forms.is_empty() { Err("no session takes registrations on this day".to_owned()) } else { Ok(forms) }
    }

    /// The form of a page that goes to `…/register`.
    fn read(page: &str) -> Option<Self> {
        let form =
            page.split("<form").find(|it| attribute(it, "action").is_some_and(|it| it.ends_with("/register")))?;
        let form = form.split("</form").next()?;
        let inputs = form.split("<input").skip(1).filter(|it| attribute(it, "type").as_deref() != Some("submit"));
        let inputs = inputs.map(|it| (attribute(it, "name"), attribute(it, "value").unwrap_or_default()));
        let lists = form.split("<select").skip(1).map(|it| (attribute(it, "name"), first_option(it)));
        let fields = inputs.chain(lists).filter_map(|(name, value)| Some(Field { name: name?, value })).collect();
        Some(Self { action: attribute(form, "action")?, fields })
    }

    /// Where it goes.
    pub(super) fn action(&self) -> &str {
        &self.action
    }

    /// The form as the person of this number fills it in.
    pub(super) fn filled_by(&self, number: usize) -> Vec<(String, String)> {
        let said = |it: &Field| match it.name.as_str() {
            "website" => String::new(),
            name if name.contains("email") => format!("reader-{number}@example.org"),
            name if name.contains("name") => format!("Reader Number {number}"),
            _ if it.value.is_empty() => "Example Institute".to_owned(),
            _ => it.value.clone(),
        };
        self.fields.iter().map(|it| (it.name.clone(), said(it))).collect()
    }
}

/// The value of an attribute of the element that begins here.
fn attribute(element: &str, name: &str) -> Option<String> {
    let element = element.split('>').next()?;
    let (_, value) = element.split_once(&format!(" {name}=\""))?;
    Some(value.split('"').next()?.to_owned())
}

fn first_option(list: &str) -> String {
    let options = list.split("</select").next().unwrap_or_default().split("<option").skip(1);
    options.filter_map(|it| attribute(it, "value")).find(|it| !it.is_empty()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_filled_in_as_it_stands() {
        let page = r#"<form method="get" action="/search"></form><form class="form" method="post" action="/a/sessions/b/register">
            <input type="text" id="name" name="name" value=""><input type="email" name="email" value="">
            <select name="country"><option value="">–</option><option value="MY">Malaysia</option></select>
            <input type="checkbox" name="news" value="yes"><input name="website" value=""></form>"#;
        let form = Form::read(page).expect("a form");
        let filled = form.filled_by(7);
        let of = |name: &str| filled.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
        assert_eq!(form.action(), "/a/sessions/b/register");
        assert_eq!((of("email"), of("country"), of("website")), (Some("reader-7@example.org"), Some("MY"), Some("")));
    }
}
