//! The same on PostgreSQL, where the machine has it: a server of its own that waits for the disk, and goes afterwards.

use scenarios::House;

use super::{MEASURED, program, read_pages, register, table::Table};
use crate::check;

/// Measures reading and registering; where there is no PostgreSQL, the table says that this was not measured.
pub(super) fn measure(table: &mut Table) -> Result<(), String> {
    println!("starting on PostgreSQL …");
    let cluster = match check::durable_cluster() {
        Ok(it) => it,
        Err(why) => {
            println!("   {why}");
            table.row("on PostgreSQL", "not measured: no server".to_owned(), "", "");
            return Ok(());
        }
    };
    let environment = [MEASURED[0], ("CONVOKE_DATABASE", cluster.address())];
    let mut house = House::begin(&program(), &environment);
    house.wait_until_furnished();
    house.wait_until_published();
    house.set_the_clock(&house.cookie_of(scenarios::Role::Secretariat), super::BEFORE);
    read_pages(table, &house, "PostgreSQL: ")?;
    register(table, &house, "PostgreSQL: ")
}
