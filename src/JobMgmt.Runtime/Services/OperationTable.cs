namespace JobMgmt.Runtime.Services;

/// <summary>Every operation that the runtime serves, by service (its SigV4 signing name) and name.</summary>
internal sealed class OperationTable
{
    private readonly Dictionary<(string Service, string Operation), Type> _operations = [];
    private readonly HashSet<string> _services = [];

    public void Add(string service, string operation, Type type)
    {
        _operations.Add((service, operation), type);
        _services.Add(service);
    }

    public bool HasService(string service) => _services.Contains(service);

    public Type? Find(string service, string operation) => _operations.GetValueOrDefault((service, operation));
}
