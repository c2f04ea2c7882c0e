import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  // Brings a library of its own for each machine, which cannot be bundled.
  ssr: { external: ['@myriaddreamin/typst-ts-node-compiler'] },
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        // Hashes, not nonces: a page's bytes, and so its validator, depend on its content alone.
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
})
