import { Link } from 'wouter';
import { pagePath } from '#core/language/routes.ts';
import { useLanguage, useWords } from '../ui/language-context.tsx';
import { PageHeading } from '../ui/page-heading.tsx';

/** An address where no page lives. */
export const NotFound = () => {
  const { shell } = useWords();
  return (
    <div className="page">
      <PageHeading title={shell.notFound[0]} />
      <p>{shell.notFound[1]}</p>
      <p>
        <Link href={pagePath('events', useLanguage())}>{shell.toEvents}</Link>
      </p>
    </div>
  );
};
