import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { useTheme } from './use-theme.ts';
import './map.css';

/** What the shell tells every map inside it. */
export interface InsideShell {
  readonly onBroken: (how: 'missing' | 'lost') => void;
}

type Phase<P> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly Canvas: ComponentType<P & InsideShell> }
  | { readonly kind: 'broken'; readonly how: 'missing' | 'lost' | 'chunkFailed' };

interface MapShellProps<P> {
  /** Fetches the part that holds MapLibre; must be the same function on every render. */
  readonly load: () => Promise<ComponentType<P & InsideShell>>;
  readonly inside: P;
}

/**
 * The frame in which a map appears: fetches MapLibre only once the page around it is drawn, and says in
 * words when there is no map to be had. Everything else on the page goes on without it.
 */
export function MapShell<P extends object>({ load, inside }: MapShellProps<P>) {
  const language = useLanguage();
  const theme = useTheme();
  const { access } = useWords();
  const [attempt, setAttempt] = useState(0);
  const [phase, setPhase] = useState<Phase<P>>({ kind: 'loading' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is what asks for another try.
  useEffect(() => {
    let isWanted = true;
    setPhase({ kind: 'loading' });
    load().then(
      (Canvas) => isWanted && setPhase({ kind: 'ready', Canvas }),
      () => isWanted && setPhase({ kind: 'broken', how: 'chunkFailed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);
  switch (phase.kind) {
    case 'loading':
      return (
        <div className="map-frame" data-map-state="loading">
          <p className="map-message" role="status">
            {access.map.loading}
          </p>
        </div>
      );
    case 'ready':
      return (
        <div className="map-frame">
          {/* A map is made anew for another language or theme: its style never changes under it. */}
          <phase.Canvas
            key={`${language}-${theme}`}
            {...inside}
            onBroken={(how) => setPhase({ kind: 'broken', how })}
          />
        </div>
      );
    case 'broken':
      return (
        <div className="map-frame" data-map-state={phase.how}>
          <div className="map-message" role="status">
            <p>{access.map[phase.how === 'missing' ? 'failed' : phase.how]}</p>
            {phase.how === 'missing' ? null : (
              <Button onClick={() => setAttempt(attempt + 1)}>{access.map.again}</Button>
            )}
          </div>
        </div>
      );
  }
}
