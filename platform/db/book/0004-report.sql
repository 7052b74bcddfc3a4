-- Figures that prove themselves: targets, reports and their chapters, what was waived, and what was published.

alter table survey_items add column label {json};
alter table observations add column link text;

create table targets (
    edition_id    {uuid} not null references editions (id),
    indicator     text not null,
    baseline      bigint,
    baseline_on   text,
    target        bigint not null,
    due_on        text,
    source        text not null,
    position      bigint not null,
    primary key (edition_id, indicator)
);

create table reports (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    title         {json} not null,
    purpose       text not null constraint a_known_purpose check (purpose in ('final', 'funder', 'series', 'brief')),
    languages     {json} not null,
    look          {json} not null,
    publishable   boolean not null,
    version       bigint not null,
    position      bigint not null,
    constraint one_report_a_key unique (edition_id, key)
);

create table chapters (
    id            {uuid} primary key,
    report_id     {uuid} not null references reports (id),
    key           text not null,
    title         {json} not null,
    text          {json} not null,
    version       bigint not null,
    position      bigint not null,
    constraint one_chapter_a_key unique (report_id, key)
);

create table waivers (
    id            {uuid} primary key,
    report_id     {uuid} not null references reports (id),
    finding       text not null,
    reason        {json} not null,
    waived_at     {instant} not null,
    waived_by     {uuid} references accounts (id),
    ended_at      {instant},
    source        text not null,
    position      bigint not null
);
create index waivers_of_report on waivers (report_id);

create table publications (
    id            {uuid} primary key,
    report_id     {uuid} not null references reports (id),
    edition_id    {uuid} not null references editions (id),
    version       bigint not null,
    published_at  {instant} not null,
    published_by  {uuid} references accounts (id),
    as_of         {instant} not null,
    salt          text not null,
    manifest      {json} not null,
    manifest_hash text not null,
    fingerprint   text not null,
    changes       {json} not null,
    constraint one_publication_a_version unique (report_id, version)
);

create table publication_files (
    publication_id {uuid} not null references publications (id),
    language      text not null,
    kind          text not null constraint a_known_kind check (kind in ('pdf', 'page', 'package', 'iati', 'manifest')),
    file_id       {uuid} not null references files (id),
    hash          text not null,
    bytes         bigint not null,
    primary key (publication_id, language, kind)
);

create table published_figures (
    publication_id {uuid} not null references publications (id),
    indicator     text not null,
    number        bigint not null,
    whole         bigint,
    asked         bigint,
    rows_digest   text not null,
    position      bigint not null,
    primary key (publication_id, indicator)
);

create table published_rows (
    publication_id {uuid} not null references publications (id),
    indicator     text not null,
    row_id        text not null,
    digest        text not null,
    erased        boolean not null,
    primary key (publication_id, indicator, row_id)
);

create table keys (
    id            {uuid} primary key,
    purpose       text not null,
    fingerprint   text not null constraint one_key_a_fingerprint unique,
    private_key   {bytes} not null,
    certificate   {bytes} not null,
    made_at       {instant} not null,
    retired_at    {instant}
);
create unique index one_active_key on keys (purpose) where retired_at is null;
