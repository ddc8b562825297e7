import type { AccessAnswer } from '#core/access/answer.ts';
import { fill, formatPercent, plural } from '#core/language/format.ts';
import { useLanguage, useWords } from '../../ui/language-context.tsx';
import { placeName } from './parish-columns.tsx';
import { formatValue } from './values.ts';

/** The answer in one sentence for the whole region, before any map: also what a screen reader hears first. */
export function Summary({ answer, title }: { answer: AccessAnswer; title: string }) {
  const language = useLanguage();
  const { access } = useWords();
  const { total } = answer;
  const worst = answer.classes.largerIsBetter ? 0 : total.peopleByClass.length - 1;
  const farPeople = (total.peopleByClass[worst] ?? 0) + total.peopleBlank;
  return (
    <div className="access-summary">
      <h2>{title}</h2>
      <p>
        {fill(access.summary, {
          place: placeName(total, language),
          value: formatValue(language, answer.unit, total.value, total.reason),
          people: plural(language, Math.round(farPeople), access.residents),
          percent: total.people > 0 ? formatPercent(language, (100 * farPeople) / total.people, 1) : '–',
        })}
      </p>
    </div>
  );
}
