-- How Neovim runs Colophon. 0.11 and later read this file themselves; plugin/colophon.lua reads it for older ones.
return {
  cmd = { 'colophon', 'server' },
  filetypes = { 'tex', 'plaintex', 'bib', 'markdown', 'quarto', 'rmd' },
  root_markers = { 'colophon.toml', '.git' },
  settings = { colophon = {} },
  on_attach = function(client, buffer)
    -- 0.11 asks for diagnostics after edits only, and cannot be told that saving has changed them.
    if vim.fn.has('nvim-0.12') == 1 then return end
    vim.api.nvim_create_autocmd('BufWritePost', {
      buffer = buffer,
      callback = function()
        local document = vim.lsp.util.make_text_document_params(buffer)
        client:request('textDocument/diagnostic', { textDocument = document }, nil, buffer)
      end,
    })
  end,
}
