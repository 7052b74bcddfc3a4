-- Accounts can be erased, and the names that the journal noted of them go with them.

alter table accounts add column erased_at {instant};

-- Names of members of a team stood in the journal as plain values: they are about the account that they name.
update journal_values set about_id = (select j.subject_id from journal j where j.id = journal_values.entry_id)
 where field = 'name' and about_id is null
   and exists (select 1 from journal j where j.id = journal_values.entry_id and j.subject_kind = 'account');

-- For whom somebody stands in was noted by name alone; the role that was given then says who that is.
update journal_values
   set about_id = (select g.deputy_of from grants g join accounts a on a.id = g.deputy_of
                          join journal j on j.subject_id = g.account_id
                    where j.id = journal_values.entry_id and a.name = journal_values.became
                    order by g.granted_at desc limit 1)
 where field = 'deputy_of' and about_id is null;

-- A partner that was taken away can be put back where it stood.
alter table partnerships add column removed_at {instant};
