namespace JobMgmt.Runtime.Executions.Integrations.Mocks;

/// <summary>A mock file can't be used; the message names the file, the place and the remedy.</summary>
internal sealed class MockFileException(string message, Exception? inner = null) : Exception(message, inner);
