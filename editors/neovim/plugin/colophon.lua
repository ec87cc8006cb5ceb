-- Switches Colophon on for manuscripts and adds the command :ColophonInventory. For Neovim 0.7 and later.

local function show_inventory()
  local params = { command = 'colophon.inventory', arguments = { vim.uri_from_bufnr(0) } }
  vim.lsp.buf_request(0, 'workspace/executeCommand', params, function(err, page)
    if type(page) ~= 'string' then
      vim.notify('colophon: ' .. (err and err.message or 'no inventory'), vim.log.levels.WARN)
      return
    end
    vim.cmd('new')
    vim.bo.buftype = 'nofile'
    vim.bo.bufhidden = 'wipe'
    vim.bo.filetype = 'markdown'
    vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(page, '\n'))
  end)
end

vim.api.nvim_create_user_command('ColophonInventory', show_inventory, {})

if vim.lsp.config then
  vim.lsp.enable('colophon')
  return
end

-- Before 0.11: the same, one server for each project. The oldest send settings when the server starts only.
local config = dofile(vim.api.nvim_get_runtime_file('lsp/colophon.lua', false)[1])
local clients = {}

local function root_of(folder)
  local above = folder
  while true do
    for _, marker in ipairs(config.root_markers) do
      if vim.loop.fs_stat(above .. '/' .. marker) then return above end
    end
    local parent = vim.fn.fnamemodify(above, ':h')
    if parent == above then return folder end
    above = parent
  end
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = config.filetypes,
  callback = function(event)
    if vim.bo[event.buf].buftype ~= '' then return end
    local folder = root_of(vim.fn.fnamemodify(vim.api.nvim_buf_get_name(event.buf), ':p:h'))
    local id = clients[folder]
    if not id or not vim.lsp.get_client_by_id(id) then
      id = vim.lsp.start_client({
        name = 'colophon', cmd = config.cmd, root_dir = folder, settings = config.settings, init_options = config.settings,
      })
      clients[folder] = id
    end
    if id then vim.lsp.buf_attach_client(event.buf, id) end
  end,
})
