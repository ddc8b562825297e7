import './explore.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { TerritoryProperties } from '#core/contract/features/territory.ts';
import { fill, formatNumber } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import { type Language, pagePath } from '#core/language/routes.ts';
import { compareNames } from '#core/language/sorting.ts';
import { venueKinds } from '#core/offer/venue.ts';
import { type Feature, featureQuery, itemsQuery, wholeCollection } from '../../api.ts';
import { problemView } from '../../request.ts';
import { SurveyPanel } from '../../survey-panel.tsx';
import { Badge, ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { Failed, Loading } from '../../ui/status.tsx';
import { ComingEvents } from './coming-events.tsx';
import { Facts } from './facts.tsx';
import { type Journey, useJourney } from './journey.tsx';
import { One } from './one.tsx';
import { ResidentsPanel } from './residents-panel.tsx';
import { SourceNote } from './source-note.tsx';
import { TerritoryAccess } from './territory-access.tsx';
import { nameOf, withSearch } from './texts.ts';

/** One parish, town or municipality: people, places of culture, what is on, and how far the way is. */
const TerritoryPage = ({ id }: { id: string }) => {
  const territory = useQuery(featureQuery(useLanguage(), 'territories', id));
  return <One query={territory}>{(feature) => <TerritoryView territory={feature} />}</One>;
};

const TerritoryView = ({ territory }: { territory: Feature<'territories'> }) => {
  const language = useLanguage();
  const { events } = useWords();
  const journey = useJourney();
  const { properties } = territory;
  return (
    <article className="page page-two">
      <div>
        <PageHeading title={nameOf(properties, language)} />
        <p>
          {events.territoryKinds[properties.kind]} {properties.isModel ? <ModelBadge /> : null}
        </p>
        <RejectedNote rejected={journey.rejected} />
        <Facts facts={territoryFacts(properties, language, events)} />
        <SourceNote
          dataset="territories"
          list={null}
          source={properties.source}
          confidence={properties.confidence}
        />
        <ComingEvents
          title={events.eventsThere}
          filter={{ territoryId: territory.id }}
          choice={{ in: territory.id }}
          journey={journey}
        />
      </div>
      <div>
        <TerritoryAccess territoryId={territory.id} mode={journey.mode} />
        <SurveyPanel territoryId={territory.id} />
        <ResidentsPanel unit={properties} />
        <VenuesByKind territoryId={territory.id} journey={journey} />
      </div>
    </article>
  );
};

/** How the tables of facts write that nobody says which count it is. */
const notStated = 'not stated';

const territoryFacts = (properties: TerritoryProperties, language: Language, events: Words['events']) => {
  const { people, peopleSeries, peopleYear, areaKm2Official, atvk2021 } = properties;
  return [
    {
      term: events.people,
      value:
        people === null
          ? null
          : fill(events.peopleOf, {
              people: formatNumber(language, people),
              series:
                peopleSeries === null || peopleSeries === notStated ? events.seriesNotStated : peopleSeries,
              year: peopleYear ?? '',
            }),
    },
    {
      term: events.area,
      value:
        areaKm2Official === null
          ? null
          : fill(events.areaKm2, { n: formatNumber(language, areaKm2Official, 1) }),
    },
    { term: events.centre, value: properties.centreName },
    {
      term: events.atvk,
      value: atvk2021 && `${atvk2021}${properties.atvk2021IsInferred ? ` (${events.atvkInferred})` : ''}`,
    },
  ];
};

/** Venues under the headings of their kinds, in the order of the state's list. */
const VenuesByKind = ({ territoryId, journey }: { territoryId: string; journey: Journey }) => {
  const language = useLanguage();
  const { events, venueKinds: kindNames } = useWords();
  const query = useQuery(itemsQuery(language, 'venues', { territoryId, limit: wholeCollection }));
  const venues = query.data?.features;
  const ofKind = (kind: string) =>
    (venues ?? [])
      .filter(({ properties }) => properties.kind === kind)
      .toSorted((a, b) => compareNames(language, a.properties.nameLv, b.properties.nameLv));
  return (
    <Panel title={events.venuesHere}>
      {query.isPending ? <Loading /> : null}
      {query.isError && !venues ? (
        <Failed problem={problemView(query.error, language)} onRetry={() => void query.refetch()} />
      ) : null}
      {venues?.length === 0 ? <p>{events.noVenuesHere}</p> : null}
      {venueKinds
        .filter((kind) => ofKind(kind).length > 0)
        .map((kind) => (
          <section key={kind}>
            <h3>
              {kindNames[kind]} ({ofKind(kind).length})
            </h3>
            <ul>
              {ofKind(kind).map((venue) => (
                <VenueItem key={venue.id} venue={venue} search={journey.search} />
              ))}
            </ul>
          </section>
        ))}
    </Panel>
  );
};

const VenueItem = ({ venue, search }: { venue: Feature<'venues'>; search: string }) => {
  const language = useLanguage();
  const { venueStatuses } = useWords();
  const path = pagePath('venue', language, venue.id);
  return (
    <li>
      <Link href={withSearch(path, search)}>{nameOf(venue.properties, language)}</Link>{' '}
      {venue.properties.status === 'open' ? null : <Badge>{venueStatuses[venue.properties.status]}</Badge>}
    </li>
  );
};

export default TerritoryPage;
