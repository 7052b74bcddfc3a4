-- Links to other sites: what was answered last at each address, and when an edition's addresses were asked for.

create table link_checks (
    url           text primary key,
    asked_at      {instant} not null,
    outcome       text not null constraint a_known_outcome check (outcome in ('answers', 'moved', 'gone', 'no-such-name', 'unknown')),
    status        bigint,
    moved_to      text,
    reason        text,
    failures      bigint not null,
    failed_on     text,
    by_hand       boolean not null
);

create table link_rounds (
    edition_id    {uuid} primary key references editions (id),
    night         text,
    asked_for_at  {instant},
    ended_at      {instant}
);
