import './explore.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { VenueProperties } from '#core/contract/features/venue.ts';
import { formatDate } from '#core/language/dates.ts';
import { fill, formatDistance, formatNumber } from '#core/language/format.ts';
import type { Words } from '#core/language/index.ts';
import { type Language, pagePath } from '#core/language/routes.ts';
import { travelModes } from '#core/transit/travel-mode.ts';
import { type Feature, featureQuery } from '../../api.ts';
import { ModelBadge } from '../../ui/badge.tsx';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RejectedNote } from '../../ui/rejected-note.tsx';
import { languageOfList } from '../../ui/source-text.tsx';
import { ComingEvents, useComing } from './coming-events.tsx';
import { type Fact, Facts, OutsideLink } from './facts.tsx';
import { JourneyPanel, useJourney } from './journey.tsx';
import { One } from './one.tsx';
import { SourceNote } from './source-note.tsx';
import { nameOf } from './texts.ts';
import { useTerritoryName } from './use-territory-name.ts';
import { VenueMap } from './venue-map.tsx';

/** One venue: what it is, whether one can get in, how exactly we know where it stands, what is on there. */
const VenuePage = ({ id }: { id: string }) => {
  const venue = useQuery(featureQuery(useLanguage(), 'venues', id));
  return <One query={venue}>{(feature) => <VenueView venue={feature} />}</One>;
};

const VenueView = ({ venue }: { venue: Feature<'venues'> }) => {
  const language = useLanguage();
  const { events, venueKinds } = useWords();
  const journey = useJourney();
  const { properties } = venue;
  const coming = useComing({ venueId: venue.id }).data;
  return (
    <article className="page page-two">
      <div>
        <PageHeading title={nameOf(properties, language)} />
        <p>
          {venueKinds[properties.kind]} {properties.isModel ? <ModelBadge /> : null}
        </p>
        <RejectedNote rejected={journey.rejected} />
        <VenueFacts properties={properties} />
        <SourceNote
          dataset="venues"
          list={properties.list}
          source={properties.source}
          confidence={properties.confidence}
        />
        {properties.mergedIds.map((id, i) => (
          <SourceNote
            key={id}
            isMerged
            dataset="venues"
            list={properties.mergedLists[i] ?? null}
            source={properties.mergedSources[i] ?? id}
            confidence={null}
          />
        ))}
        <Panel title={events.physicalAccess}>
          <Facts facts={accessFacts(properties, events)} />
        </Panel>
        <ComingEvents
          title={events.eventsHere}
          filter={{ venueId: venue.id }}
          choice={{ venue: venue.id }}
          journey={journey}
        />
      </div>
      <div>
        <JourneyPanel journey={journey} venueId={venue.id} />
        <VenueMap venue={venue} name={nameOf(properties, language)} count={coming?.numberMatched ?? 0} />
        <PositionFacts properties={properties} />
        <ReachLinks venueId={venue.id} />
      </div>
    </article>
  );
};

const VenueFacts = ({ properties }: { properties: VenueProperties }) => {
  const language = useLanguage();
  const { common, events, venueStatuses } = useWords();
  const territory = useTerritoryName(properties.territoryId);
  const { territoryId, capacityPersons, closedOn, url } = properties;
  const closed =
    closedOn === null ? '' : ` (${fill(events.closedOn, { date: formatDate(language, closedOn) })})`;
  return (
    <Facts
      facts={[
        { term: events.venueStatus, value: `${venueStatuses[properties.status]}${closed}` },
        { term: events.address, value: properties.address ?? common.notStated },
        { term: events.settlement, value: properties.settlement },
        {
          term: events.territory,
          value:
            territoryId === null ? null : (
              <Link href={pagePath('territory', language, territoryId)}>{territory ?? territoryId}</Link>
            ),
        },
        { term: events.openingHours, value: properties.openingHours ?? common.notStated },
        {
          term: events.capacity,
          value: capacityPersons === null ? common.notStated : formatNumber(language, capacityPersons),
        },
        { term: events.website, value: url === null ? null : <OutsideLink url={url} /> },
        {
          term: events.note,
          value: properties.note && <span lang={languageOfList(properties.list)}>{properties.note}</span>,
        },
      ]}
    />
  );
};

const accessFacts = (properties: VenueProperties, events: Words['events']): readonly Fact[] =>
  (['stepFreeEntrance', 'accessibleToilet', 'disabledParking', 'hearingLoop'] as const).map((fact) => ({
    term: events[fact],
    value: events.stated[properties[fact]],
  }));

const PositionFacts = ({ properties }: { properties: VenueProperties }) => {
  const language = useLanguage();
  const { events } = useWords();
  return (
    <Panel title={events.position}>
      <p>{positionOf(properties, language, events)}</p>
      {properties.positionMethod === null ? null : (
        <PositionMethod method={properties.positionMethod} lang={languageOfList(properties.list)} />
      )}
      {properties.positionMissingReason === null ? null : <p>{properties.positionMissingReason}</p>}
    </Panel>
  );
};

const PositionMethod = ({ method, lang }: { method: string; lang: 'en' | undefined }) => {
  const { positionMethod, positionMethods } = useWords().events;
  const known = positionMethods[method];
  return (
    <p lang={known === undefined ? lang : undefined}>{fill(positionMethod, { method: known ?? method })}</p>
  );
};

/** How exactly the position is known, in words. */
export const positionOf = (
  { positionState, positionAccuracyMetres }: VenueProperties,
  language: Language,
  { positionApproximate, positionExact, positionMissing }: Words['events'],
): string => {
  const distance = formatDistance(language, positionAccuracyMetres ?? 0);
  switch (positionState) {
    case 'exact':
      return fill(positionExact, { distance });
    case 'approximate':
      return fill(positionApproximate, { distance });
    case 'missing':
      return positionMissing;
  }
};

/** Into the planner's door: who reaches this very venue, by each way of travel. */
const ReachLinks = ({ venueId }: { venueId: string }) => {
  const language = useLanguage();
  const { events, modes: modeNames } = useWords();
  return (
    <Panel title={events.nearbyReach}>
      <ul>
        {travelModes.map((mode) => (
          <li key={mode}>
            <Link href={`${pagePath('access', language)}?offer=venue:${venueId}&mode=${mode}`}>
              {fill(events.reachLink, { mode: modeNames[mode] })}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

export default VenuePage;
