package dev.plinth.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.backend.Backend;
import dev.plinth.contract.ActiveRecordContract;
import dev.plinth.contract.AssignedIdContract;
import dev.plinth.contract.AssociationEdgesContract;
import dev.plinth.contract.AssociationSpecificationContract;
import dev.plinth.contract.AuditContract;
import dev.plinth.contract.BasicTypesContract;
import dev.plinth.contract.BatchContract;
import dev.plinth.contract.BatchLoadingContract;
import dev.plinth.contract.ChangeTrackingContract;
import dev.plinth.contract.CollectionSpecificationContract;
import dev.plinth.contract.ComparisonContract;
import dev.plinth.contract.ConcurrencyContract;
import dev.plinth.contract.ConverterContract;
import dev.plinth.contract.CrudRepositoryContract;
import dev.plinth.contract.DetachedContract;
import dev.plinth.contract.ElementCollectionContract;
import dev.plinth.contract.EmbeddableContract;
import dev.plinth.contract.EngineSuite;
import dev.plinth.contract.ErrorContract;
import dev.plinth.contract.FetchPlanContract;
import dev.plinth.contract.FlushContract;
import dev.plinth.contract.FlushPlanContract;
import dev.plinth.contract.GeneratedIdContract;
import dev.plinth.contract.GraphCascadeContract;
import dev.plinth.contract.GraphEdgesContract;
import dev.plinth.contract.GraphFlushContract;
import dev.plinth.contract.GraphIdentityContract;
import dev.plinth.contract.GraphSafetyContract;
import dev.plinth.contract.HierarchyAssociationContract;
import dev.plinth.contract.HierarchyEdgesContract;
import dev.plinth.contract.IdClassContract;
import dev.plinth.contract.IdentityIdContract;
import dev.plinth.contract.IdentityMapContract;
import dev.plinth.contract.JoinedContract;
import dev.plinth.contract.JoinedIdentityContract;
import dev.plinth.contract.JsonContract;
import dev.plinth.contract.LazyCollectionContract;
import dev.plinth.contract.LazyReferenceContract;
import dev.plinth.contract.LoadingContract;
import dev.plinth.contract.LookupContract;
import dev.plinth.contract.MapCollectionContract;
import dev.plinth.contract.MappedSuperclassContract;
import dev.plinth.contract.MappingByCodeContract;
import dev.plinth.contract.MessageContract;
import dev.plinth.contract.OptimisticLockingContract;
import dev.plinth.contract.OrderContract;
import dev.plinth.contract.PlinthContract;
import dev.plinth.contract.PolymorphicReferenceContract;
import dev.plinth.contract.Provocation;
import dev.plinth.contract.ReadOnlyContract;
import dev.plinth.contract.RecordContract;
import dev.plinth.contract.RefContract;
import dev.plinth.contract.ReferenceContract;
import dev.plinth.contract.ReferenceSchemaContract;
import dev.plinth.contract.RepositoryContract;
import dev.plinth.contract.RepositoryScopeContract;
import dev.plinth.contract.SchemaContract;
import dev.plinth.contract.SealedHierarchyContract;
import dev.plinth.contract.ShapesContract;
import dev.plinth.contract.SingleTableContract;
import dev.plinth.contract.SoftDeleteContract;
import dev.plinth.contract.SpecificationErrorContract;
import dev.plinth.contract.SubDocumentContract;
import dev.plinth.contract.SynchronizationContract;
import dev.plinth.contract.TablePerClassContract;
import dev.plinth.contract.TestEngine;
import dev.plinth.contract.TextContract;
import dev.plinth.contract.TransactionContract;
import dev.plinth.contract.TypesContract;
import dev.plinth.contract.UnloadedContract;
import dev.plinth.contract.UnwrittenColumnContract;
import dev.plinth.contract.ValidationContract;
import dev.plinth.contract.ValueLimitsContract;
import dev.plinth.contract.WrittenValueContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every contract on mongo-java-server. */
class MongoTest extends EngineSuite {
    @Override
    protected Set<Class<? extends TestEngine>> properties() {
        return Set.of(
                MongoPropertiesTest.class,
                MongoHistoriesTest.class,
                MongoGraphHistoriesTest.class,
                MongoWalksTest.class,
                MongoTypesTest.class);
    }

    @Test
    void theServersSuiteHasTheSameContracts() {
        assertThat(contracts(MongoServerTest.class)).isEqualTo(contracts(MongoTest.class));
    }

    private static List<String> contracts(Class<?> suite) {
        return Arrays.stream(suite.getDeclaredClasses())
                .map(Class::getSuperclass)
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    interface OnMongo extends TestEngine {
        @Override
        default Backend database() {
            return TestServer.IN_PROCESS.backendOfItsOwn();
        }

        // a client has as many connections as it needs, and waits for no lock
        @Override
        default @Nullable Backend provoking(Backend backend, Provocation error) {
            return error == Provocation.STATEMENT_TIMEOUT
                    ? ((MongoBackend) backend).statementTimeout(Duration.ofMillis(5))
                    : null;
        }
    }

    @Nested
    class GraphSafety extends GraphSafetyContract implements OnMongo {}

    @Nested
    class GraphEdges extends GraphEdgesContract implements OnMongo {}

    @Nested
    class AssociationEdges extends AssociationEdgesContract implements OnMongo {}

    @Nested
    class HierarchyEdges extends HierarchyEdgesContract implements OnMongo {}

    @Nested
    class PolymorphicReference extends PolymorphicReferenceContract implements OnMongo {}

    @Nested
    class Reference extends ReferenceContract implements OnMongo {}

    @Nested
    class Lookup extends LookupContract implements OnMongo {}

    @Nested
    class MapCollection extends MapCollectionContract implements OnMongo {}

    @Nested
    class ReferenceSchema extends ReferenceSchemaContract implements OnMongo {}

    @Nested
    class ActiveRecord extends ActiveRecordContract implements OnMongo {}

    @Nested
    class AssignedId extends AssignedIdContract implements OnMongo {}

    @Nested
    class Audit extends AuditContract implements OnMongo {}

    @Nested
    class BasicTypes extends BasicTypesContract implements OnMongo {}

    @Nested
    class Batch extends BatchContract implements OnMongo {}

    @Nested
    class ChangeTracking extends ChangeTrackingContract implements OnMongo {}

    @Nested
    class Concurrency extends ConcurrencyContract implements OnMongo {}

    @Nested
    class CrudRepository extends CrudRepositoryContract implements OnMongo {}

    @Nested
    class Detached extends DetachedContract implements OnMongo {}

    @Nested
    class ElementCollection extends ElementCollectionContract implements OnMongo {}

    @Nested
    class Embeddable extends EmbeddableContract implements OnMongo {}

    @Nested
    class Error extends ErrorContract implements OnMongo {}

    @Nested
    class Flush extends FlushContract implements OnMongo {}

    @Nested
    class PlanOfAFlush extends FlushPlanContract implements OnMongo {}

    @Nested
    class Loading extends LoadingContract implements OnMongo {}

    @Nested
    class LazyCollections extends LazyCollectionContract implements OnMongo {}

    @Nested
    class BatchLoading extends BatchLoadingContract implements OnMongo {}

    @Nested
    class Shapes extends ShapesContract implements OnMongo {}

    @Nested
    class LazyReferences extends LazyReferenceContract implements OnMongo {}

    @Nested
    class Holders extends RefContract implements OnMongo {}

    @Nested
    class FetchPlans extends FetchPlanContract implements OnMongo {}

    @Nested
    class Unloaded extends UnloadedContract implements OnMongo {}

    @Nested
    class GraphFlush extends GraphFlushContract implements OnMongo {}

    @Nested
    class SubDocument extends SubDocumentContract implements OnMongo {}

    @Nested
    class GraphCascade extends GraphCascadeContract implements OnMongo {}

    @Nested
    class GraphIdentity extends GraphIdentityContract implements OnMongo {}

    @Nested
    class AssociationSpecification extends AssociationSpecificationContract implements OnMongo {}

    @Nested
    class GeneratedId extends GeneratedIdContract implements OnMongo {}

    @Nested
    class IdentityId extends IdentityIdContract implements OnMongo {}

    @Nested
    class IdentityMap extends IdentityMapContract implements OnMongo {}

    @Nested
    class OptimisticLocking extends OptimisticLockingContract implements OnMongo {}

    @Nested
    class Record extends RecordContract implements OnMongo {}

    @Nested
    class Repository extends RepositoryContract implements OnMongo {}

    @Nested
    class RepositoryScope extends RepositoryScopeContract implements OnMongo {}

    @Nested
    class Schema extends SchemaContract implements OnMongo {}

    @Nested
    class SoftDelete extends SoftDeleteContract implements OnMongo {}

    @Nested
    class Synchronization extends SynchronizationContract implements OnMongo {}

    @Nested
    class Transaction extends TransactionContract implements OnMongo {}

    @Nested
    class Types extends TypesContract implements OnMongo {}

    @Nested
    class ValueLimits extends ValueLimitsContract implements OnMongo {}

    @Nested
    class CollectionSpecification extends CollectionSpecificationContract implements OnMongo {}

    @Nested
    class Comparison extends ComparisonContract implements OnMongo {}

    @Nested
    class Order extends OrderContract implements OnMongo {}

    @Nested
    class SpecificationError extends SpecificationErrorContract implements OnMongo {}

    @Nested
    class Text extends TextContract implements OnMongo {}

    @Nested
    class Validation extends ValidationContract implements OnMongo {}

    @Nested
    class IdClass extends IdClassContract implements OnMongo {}

    @Nested
    class UnwrittenColumn extends UnwrittenColumnContract implements OnMongo {}

    @Nested
    class WrittenValue extends WrittenValueContract implements OnMongo {}

    @Nested
    class ReadOnly extends ReadOnlyContract implements OnMongo {}

    @Nested
    class Converter extends ConverterContract implements OnMongo {}

    @Nested
    class Json extends JsonContract implements OnMongo {}

    @Nested
    class MappingByCode extends MappingByCodeContract implements OnMongo {}

    @Nested
    class MappedSuperclass extends MappedSuperclassContract implements OnMongo {}

    @Nested
    class SingleTable extends SingleTableContract implements OnMongo {}

    @Nested
    class Joined extends JoinedContract implements OnMongo {}

    @Nested
    class TablePerClass extends TablePerClassContract implements OnMongo {}

    @Nested
    class SealedHierarchy extends SealedHierarchyContract implements OnMongo {}

    @Nested
    class HierarchyAssociation extends HierarchyAssociationContract implements OnMongo {}

    @Nested
    class JoinedIdentity extends JoinedIdentityContract implements OnMongo {}

    @Nested
    class Message extends MessageContract implements OnMongo {}

    @Nested
    class Plinth extends PlinthContract implements OnMongo {}
}
