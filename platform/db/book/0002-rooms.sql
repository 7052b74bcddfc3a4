-- The rooms, in walking order: programme, people, agenda, outreach. `position` keeps the order of the edition folder.

create table programmes (
    id            {uuid} primary key,
    key           text not null constraint one_programme_a_key unique,
    title         {json} not null,
    short_title   {json} not null,
    host          text not null,
    contact       text not null
);

create table aims (
    id            {uuid} primary key,
    programme_id  {uuid} not null references programmes (id),
    key           text not null,
    title         {json} not null,
    text          {json} not null,
    position      bigint not null
);

create table editions (
    id                  {uuid} primary key,
    programme_id        {uuid} not null references programmes (id),
    key                 text not null,
    title               {json} not null,
    lede                {json} not null,
    starts_on           text not null,
    ends_on             text not null,
    zone                text not null,
    languages           {json} not null,
    cofunding           {json} not null,
    contributors_as_of  text,
    reported_on         text,
    demonstration       boolean not null,
    imported_at         {instant} not null,
    constraint one_edition_a_key unique (programme_id, key),
    constraint an_edition_ends_after_it_starts check (starts_on <= ends_on)
);

create table named_days (
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    at            {instant} not null,
    name          {json} not null,
    usual         boolean not null,
    position      bigint not null,
    primary key (edition_id, key)
);

create table prose (
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    text          {json} not null,
    primary key (edition_id, key)
);

create table countries (
    edition_id    {uuid} not null references editions (id),
    code          text not null,
    region        text not null constraint a_known_region check (region in ('asia', 'europe')),
    position      bigint not null,
    primary key (edition_id, code)
);

create table organisations (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    name          text not null,
    name_fr       text not null,
    short         text not null,
    country       text,
    kind          text not null,
    source        text not null,
    position      bigint not null,
    constraint one_organisation_a_key unique (edition_id, key)
);

create table activities (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    kind          text not null,
    title         {json} not null,
    theme         text,
    country       text,
    starts_on     text not null,
    ends_on       text not null,
    mode          text not null constraint a_known_mode check (mode in ('online', 'on-site', 'hybrid')),
    place         {json},
    zone          text not null,
    part_of       text,
    summary       {json} not null,
    status        text not null constraint a_known_status check (status in ('planned', 'delivered')),
    source        text not null,
    position      bigint not null,
    constraint one_activity_a_key unique (edition_id, key),
    constraint an_activity_ends_after_it_starts check (starts_on <= ends_on)
);

create table partnerships (
    id               {uuid} primary key,
    edition_id       {uuid} not null references editions (id),
    activity_id      {uuid} references activities (id),
    organisation_id  {uuid} references organisations (id),
    role             text not null,
    position         bigint not null,
    source           text not null,
    note             {json} not null,
    row_number       bigint not null
);
create index partnerships_of_edition on partnerships (edition_id);

create table institutions (
    edition_id       {uuid} not null references editions (id),
    organisation_id  {uuid} not null references organisations (id),
    position         bigint not null,
    source           text not null,
    primary key (edition_id, organisation_id)
);

create table pillars (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    title         {json} not null,
    source        text not null,
    position      bigint not null
);

create table recommendations (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    pillar_id     {uuid} not null references pillars (id),
    number        bigint not null,
    title         {json} not null,
    text          {json} not null,
    constraint one_recommendation_a_number unique (edition_id, number)
);

create table communiques (
    edition_id    {uuid} primary key references editions (id),
    title         {json} not null,
    adopted_on    text not null,
    presented_on  text not null,
    presented_at  {json} not null,
    preamble      {json} not null,
    source        text not null
);

create table people (
    id               {uuid} primary key,
    edition_id       {uuid} not null references editions (id),
    key              text not null,
    file             text not null constraint a_known_file check (file in ('people', 'people-invented', 'guests', 'applicants', 'here')),
    account_id       {uuid} references accounts (id),
    name             text not null,
    printed          text not null,
    email            text,
    office           {json} not null,
    organisation_id  {uuid} references organisations (id),
    organisation     text not null,
    country          text,
    gender           text,
    born_on          text,
    language         text,
    consent          text,
    invented         boolean not null,
    erased_at        {instant},
    position         bigint not null,
    constraint one_person_a_key unique (edition_id, key)
);
create index people_by_email on people (edition_id, email);

create table applications (
    person_id     {uuid} primary key references people (id),
    edition_id    {uuid} not null references editions (id),
    party         text not null,
    motivation    text not null,
    applied_at    {instant} not null
);
create index applications_by_time on applications (edition_id, applied_at);

create table participations (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    activity_id   {uuid} not null references activities (id),
    person_id     {uuid} not null references people (id),
    role          text not null,
    party         text,
    since         {instant} not null,
    until         {instant},
    position      bigint not null
);
create index participations_by_activity on participations (activity_id, since);
create index participations_by_person on participations (person_id);

create table sessions (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    activity_id   {uuid} not null references activities (id),
    key           text not null,
    kind          text not null,
    title         {json} not null,
    topic         {json},
    held_on       text not null,
    starts        text not null,
    ends          text not null,
    starts_at     {instant} not null,
    ends_at       {instant} not null,
    public        boolean not null,
    week          bigint,
    date_source   text not null,
    time_source   text not null,
    host          {json},
    recording     text,
    capacity      bigint,
    joining       text,
    cancelled_at  {instant},
    position      bigint not null,
    constraint one_session_a_key unique (edition_id, key),
    constraint a_session_ends_after_it_starts check (starts < ends)
);
create index sessions_by_activity on sessions (activity_id);

create table speakers (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    session_id    {uuid} references sessions (id),
    activity_id   {uuid} references activities (id),
    person_id     {uuid} not null references people (id),
    role          text not null,
    position      bigint not null,
    source        text not null,
    file          text not null constraint a_known_speakers_file check (file in ('speakers', 'speakers-invented', 'here')),
    row_number    bigint not null,
    constraint a_session_or_an_activity check ((session_id is null) <> (activity_id is null))
);
create index speakers_by_session on speakers (session_id);
create index speakers_by_activity on speakers (activity_id);

create table registrations (
    id                {uuid} primary key,
    edition_id        {uuid} not null references editions (id),
    session_id        {uuid} not null references sessions (id),
    person_id         {uuid} not null references people (id),
    registered_at     {instant} not null,
    withdrawn_at      {instant},
    reminded_at       {instant},
    attended_minutes  bigint,
    language          text not null,
    zone              text,
    invented          boolean not null,
    position          bigint not null,
    constraint one_registration_a_person unique (session_id, person_id)
);
create index registrations_by_person on registrations (person_id);
create index registrations_by_edition on registrations (edition_id, registered_at);

create table surveys (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    activity_id   {uuid} not null references activities (id),
    key           text not null,
    title         {json} not null,
    opened_on     text not null,
    closed_on     text not null,
    invited       bigint not null,
    position      bigint not null
);

create table survey_items (
    id            {uuid} primary key,
    survey_id     {uuid} not null references surveys (id),
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    statement     {json} not null,
    source        text not null,
    position      bigint not null
);

create table answers (
    item_id       {uuid} not null references survey_items (id),
    edition_id    {uuid} not null references editions (id),
    respondent    text not null,
    answer        bigint not null constraint five_steps check (answer between 1 and 5),
    answered_at   {instant} not null,
    position      bigint not null,
    primary key (item_id, respondent)
);

create table observations (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    label         {json} not null,
    value         bigint not null,
    display       text not null,
    observer      {json} not null,
    evidence      {json} not null,
    observed_on   text not null,
    definition    {json} not null,
    position      bigint not null
);

create table external_events (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    key           text not null,
    title         {json} not null,
    held_on       text not null,
    mode_printed  text not null,
    mode          text not null,
    place         {json} not null,
    host          {json} not null,
    audience      bigint,
    summary       {json} not null,
    position      bigint not null
);

create table quotations (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    activity_id   {uuid} not null references activities (id),
    key           text not null,
    text          {json} not null,
    country       text not null,
    party         text not null,
    approved_on   text not null,
    source        text not null,
    position      bigint not null
);

create table printed_reports (
    id            {uuid} primary key,
    edition_id    {uuid} not null references editions (id),
    language      text not null,
    version       bigint not null,
    file_id       {uuid} not null references files (id),
    made_at       {instant} not null
);
