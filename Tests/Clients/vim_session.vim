" What a person does in Vim with ALE, written down as JSON in the file that $RECORD names.

let s:record = {'client': 'Vim ' . v:version / 100 . ', ALE'}

" Diagnostics as ALE keeps them: line, first and last column, ask, severity.
function! s:shown() abort
  let l:places = map(copy(ale#engine#GetLoclist(bufnr('main.tex'))),
  \ {_, item -> [item.lnum - 1, item.col - 1, item.end_col, item.code, item.type]})
  return sort(l:places, {left, right -> left[3] ==# right[3] ? 0 : left[3] ># right[3] ? 1 : -1})
endfunction

function! s:types() abort
  return uniq(sort(map(s:shown(), {_, item -> item[4]})))
endfunction

" Chooses among the actions that ALE lists.
function! s:override() abort
  call ale#util#Execute('')
  function! ale#util#Input(message, value, ...) abort
    let s:record.actions = filter(split(a:message, "\n"), {_, line -> line =~# '^\d\+) '})
    return matchstr(filter(copy(s:record.actions), {_, line -> line =~# $ACTION})[0], '^\d\+')
  endfunction
endfunction

function! s:type() abort
  let s:record.opened = s:shown()
  call s:override()
  call setline(4, $TYPED . getline(4))
  doautocmd TextChanged
endfunction

function! s:save() abort
  let s:record.edited = s:shown()
  silent write
endfunction

function! s:hover() abort
  let s:record.saved = s:shown()
  let g:ale_hover_to_preview = 1
  call cursor(4, stridx(getline(4), 'GPT-4') + 1)
  ALEHover
endfunction

function! s:preview() abort
  let l:windows = filter(range(1, winnr('$')), {_, number -> getwinvar(number, '&previewwindow')})
  return empty(l:windows) ? '' : join(getbufline(winbufnr(l:windows[0]), 1, '$'), "\n")
endfunction

function! s:act() abort
  let s:record.hover = s:preview()
  pclose
  call cursor(4, stridx(getline(4), 'GPT-4') + 1)
  ALECodeAction
endfunction

function! s:end() abort
  let s:record.after = s:shown()
  silent write
  ALEStopAllLSPs
  call writefile([json_encode(s:record)], $RECORD)
  qall!
endfunction

" Each step with what it waits for, five seconds at most.
let s:steps = [
\ [{-> !empty(s:shown())}, function('s:type')],
\ [{-> get(get(s:shown(), 0, []), 1) != s:record.opened[0][1] && s:types() ==# ['W']}, function('s:save')],
\ [{-> s:types() ==# ['E', 'W']}, function('s:hover')],
\ [{-> s:preview() isnot# ''}, function('s:act')],
\ [{-> line('$') == 6 && empty(s:shown())}, function('s:end')],
\ ]
let s:waited = 0

function! s:tick(timer) abort
  let s:waited += 1
  if s:waited > 100 || s:steps[0][0]()
    let s:waited = 0
    call remove(s:steps, 0)[1]()
    if empty(s:steps)
      call timer_stop(a:timer)
    endif
  endif
endfunction

call timer_start(50, function('s:tick'), {'repeat': -1})
