import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { makeQueryClient } from '../../../client/api.ts';
import { App } from '../../../client/app/app.tsx';

/** Opens the page at an address, as a reader would. */
export const openAt = (address: string) => {
  window.history.replaceState(null, '', address);
  const client = makeQueryClient();
  client.setDefaultOptions({ queries: { retry: false, networkMode: 'always' } });
  return render(
    <QueryClientProvider client={client}>
      <App />
    </QueryClientProvider>,
  );
};
