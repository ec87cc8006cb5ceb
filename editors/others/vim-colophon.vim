" Colophon in Vim 8 and 9, with the plugin ALE. Goes to ~/.vim/plugin/.

function! s:root(buffer) abort
  let l:settings = ale#path#FindNearestFile(a:buffer, 'colophon.toml')
  let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')
  return l:settings isnot# '' ? fnamemodify(l:settings, ':h')
  \ : l:git isnot# '' ? fnamemodify(l:git, ':h:h')
  \ : expand('#' . a:buffer . ':p:h')
endfunction

for s:filetype in ['tex', 'plaintex', 'markdown', 'quarto', 'rmd']
  call ale#linter#Define(s:filetype, {
  \ 'name': 'colophon',
  \ 'lsp': 'stdio',
  \ 'executable': 'colophon',
  \ 'command': '%e server',
  \ 'project_root': function('s:root'),
  \ })
endfor
