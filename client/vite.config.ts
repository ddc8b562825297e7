import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  // Where `npm run dev` finds the API; the page itself always speaks to its own address.
  const { PORT = '3000' } = loadEnv(mode, import.meta.dirname, 'PORT');
  const api = `http://127.0.0.1:${PORT}`;
  return {
    root: import.meta.dirname,
    plugins: [react()],
    server: {
      proxy: { '/api': api, '/f': { target: api, bypass: ({ url }) => (isDrawing(url) ? null : url) } },
      fs: { allow: ['..'] },
    },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // The content security policy allows no inline code, style or data: everything is a file of ours.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // MapLibre is larger than the rest together and comes after the first list.
      chunkSizeWarningLimit: 1200,
    },
  };
});

/** Under /f/ live a page (ours) and its files (the server's). */
const isDrawing = (url: string | undefined) => /\.(svg|png|csv|json)(\?|$)/.test(url ?? '');
