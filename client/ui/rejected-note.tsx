import { fill } from '#core/language/format.ts';
import { useWords } from './language-context.tsx';
import type { Rejected } from './search-state.ts';

/** Says which choices of the address were not understood and that defaults stand in their place. */
export const RejectedNote = ({ rejected }: { rejected: readonly Rejected[] }) => {
  const { shell } = useWords();
  if (rejected.length === 0) return null;
  return (
    <div className="status status-note" role="status">
      {rejected.map(({ name, value }) => (
        <p key={name}>{fill(shell.rejectedParameter, { name, value: value.slice(0, 60) })}</p>
      ))}
    </div>
  );
};
