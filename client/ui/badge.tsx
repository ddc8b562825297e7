import type { ReactNode } from 'react';
import { useWords } from './language-context.tsx';

export type BadgeKind = 'neutral' | 'model' | 'warning';

/** A small mark beside a text. Its meaning is always in words, never in colour alone. */
export const Badge = ({ kind = 'neutral', children }: { kind?: BadgeKind; children: ReactNode }) => (
  <span className={`badge badge-${kind}`}>{children}</span>
);

/** Says that the thing beside it was constructed by a model and not observed. */
export const ModelBadge = () => <Badge kind="model">{useWords().common.modelData}</Badge>;
