import { type Block, readBlocks, readSpans } from './markdown.ts';

/** A document of ours on the page. Its headings begin one below `under`, the level of the heading above it. */
export const MarkdownText = ({ text, under }: { text: string; under: 2 | 3 }) => (
  <div className="markdown">
    {readBlocks(text).map((block, index) => (
      // The document does not change while it is read: its order is its identity.
      // biome-ignore lint/suspicious/noArrayIndexKey: see the line above.
      <BlockView key={index} block={block} under={under} />
    ))}
  </div>
);

const BlockView = ({ block, under }: { block: Block; under: 2 | 3 }) => {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(6, under + block.level)}` as 'h3' | 'h4' | 'h5' | 'h6';
      return <Heading>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p>
          <Spans text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Spans text={item} />
            </li>
          ))}
        </ul>
      );
    case 'formula':
      return <pre>{block.text}</pre>;
    case 'table':
      return <TableView head={block.head} rows={block.rows} />;
  }
};

const TableView = ({ head, rows }: Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows'>) => (
  <table className="table">
    {head.some((cell) => cell !== '') ? (
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
    ) : null}
    <tbody>
      {rows.map(([first = '', ...rest]) => (
        <tr key={first + rest.join('|')}>
          <th scope="row">
            <Spans text={first} />
          </th>
          {rest.map((cell, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
            <td key={index}>
              <Spans text={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Spans = ({ text }: { text: string }) =>
  readSpans(text).map((span, index) => {
    const key = `${index} ${span.text}`;
    if (span.style === 'strong') return <strong key={key}>{span.text}</strong>;
    if (span.style === 'code') return <code key={key}>{span.text}</code>;
    return <span key={key}>{span.text}</span>;
  });
