-- What a publication told of groups of people, so that a later one gives nothing away beside it; and since when an
-- edition is reported on: since its final report was published.

alter table publications add column told {json};
alter table editions add column reported_at {instant};
update editions set reported_at =
    (select min(p.published_at) from publications p join reports r on r.id = p.report_id
     where p.edition_id = editions.id and r.purpose = 'final');
