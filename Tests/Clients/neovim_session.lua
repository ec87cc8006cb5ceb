-- What a person does in Neovim, written down as JSON in the file that $RECORD names.
local record = {}

local function client()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()[1]
end

-- Diagnostics as Neovim shows them: line, first and last column in bytes, ask, severity.
local function shown()
  local all = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(all, { d.lnum, d.col, d.end_col, d.code, d.severity })
  end
  table.sort(all, function(a, b) return a[4] < b[4] end)
  return all
end

-- Waits until what is shown is as wanted, or for five seconds.
local function shown_when(wanted)
  vim.wait(5000, function() return wanted(shown()) end, 10)
  return shown()
end

local main = vim.api.nvim_get_current_buf()
record.opened = shown_when(function(all) return #all > 0 end)
local version = vim.version()
record.client = ('Neovim %d.%d.%d'):format(version.major, version.minor, version.patch)
record.encoding = client() and client().offset_encoding
record.pulls = client() ~= nil and client().server_capabilities.diagnosticProvider ~= nil
  and vim.lsp.diagnostic.on_diagnostic ~= nil
local column = record.opened[1] and record.opened[1][2] or 0

vim.api.nvim_buf_set_text(0, 3, 0, 3, 0, { os.getenv('TYPED') })
record.edited = shown_when(function(all) return #all > 0 and all[1][2] ~= column and all[1][5] == 4 end)
vim.cmd('silent write')
record.saved = shown_when(function(all) return #all > 0 and all[1][5] ~= 4 end)

-- Hover and actions at the model's name, through the functions that keys are bound to.
vim.api.nvim_win_set_cursor(0, { 4, record.saved[1] and record.saved[1][2] or 0 })
vim.lsp.buf.hover()
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end
vim.wait(5000, function() return float() ~= nil end, 10)
if float() then
  record.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  vim.api.nvim_win_close(float(), true)
end

vim.ui.select = function(items, options, choose)
  record.actions = {}
  for index, item in ipairs(items) do
    local title = options.format_item(item)
    table.insert(record.actions, title)
  end
  for index, item in ipairs(items) do
    if vim.regex(os.getenv('ACTION')):match_str(options.format_item(item)) then return choose(item, index) end
  end
end
vim.lsp.buf.code_action()
vim.wait(5000, function() return vim.api.nvim_buf_line_count(main) > 5 end, 10)
record.after = shown_when(function(all) return #all == 0 end)
vim.cmd('silent write')

vim.cmd('ColophonInventory')
vim.wait(5000, function() return vim.api.nvim_get_current_buf() ~= main end, 10)
record.inventory = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')

vim.lsp.stop_client(client().id)
vim.wait(5000, function() return client() == nil end, 10)

local file = io.open(os.getenv('RECORD'), 'w')
file:write(vim.json.encode(record))
file:close()
vim.cmd('qall!')
